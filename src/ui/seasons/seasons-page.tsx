'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { rollBackSeasons, saveSeasons } from '#actions/response.ts'
import type { SeasonsView } from '#contracts/response.ts'
import { EditionHead } from '#ui/editions/edition-head.tsx'
import { EditionList } from '#ui/editions/edition-list.tsx'
import { SaveEdition } from '#ui/editions/save-edition.tsx'
import { SeasonWindows } from './season-windows.tsx'

/** Special periods, entered by the office each year; the product's own stand until they are confirmed. */
export function SeasonsPage({ seasons: { version, seasons, versions } }: { seasons: SeasonsView }) {
  const router = useRouter()
  const [windows, setWindows] = useState(seasons)
  const changed = JSON.stringify(windows) !== JSON.stringify(seasons)
  const refresh = () => router.refresh()
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <EditionHead view="seasons" version={version} />
      <div className="grid items-start gap-3 xl:grid-cols-[1fr_480px]">
        <SeasonWindows windows={windows} setWindows={setWindows} />
        <div className="grid min-w-0 gap-3">
          <SaveEdition
            version={version}
            changed={changed}
            save={(why) => saveSeasons({ rules: windows, why, basedOn: version })}
            reset={() => setWindows(seasons)}
            saved={refresh}
          />
          <EditionList versions={versions} rollBack={rollBackSeasons} changed={refresh} />
        </div>
      </div>
    </div>
  )
}
