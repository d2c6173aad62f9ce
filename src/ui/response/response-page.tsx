'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { rollBackResponse, saveResponse } from '#actions/response.ts'
import type { ResponseView } from '#contracts/response.ts'
import { EditionHead } from '#ui/editions/edition-head.tsx'
import { EditionList } from '#ui/editions/edition-list.tsx'
import { SaveEdition } from '#ui/editions/save-edition.tsx'
import { ResponseFields } from './response-fields.tsx'

/** Limits of the steps, hours of the daily report, and from where a case is supervised, handed to the police or called out en masse. */
export function ResponsePage({ response }: { response: ResponseView }) {
  const router = useRouter()
  const [rules, setRules] = useState(response.rules)
  const changed = JSON.stringify(rules) !== JSON.stringify(response.rules)
  const refresh = () => router.refresh()
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <EditionHead view="response" version={response.version} />
      <div className="grid items-start gap-3 xl:grid-cols-[1fr_480px]">
        <ResponseFields rules={rules} change={(part) => setRules({ ...rules, ...part })} />
        <div className="grid min-w-0 gap-3">
          <SaveEdition
            version={response.version}
            changed={changed}
            save={(why) => saveResponse({ rules, why, basedOn: response.version })}
            reset={() => setRules(response.rules)}
            saved={refresh}
          />
          <EditionList versions={response.versions} rollBack={rollBackResponse} changed={refresh} />
        </div>
      </div>
    </div>
  )
}
