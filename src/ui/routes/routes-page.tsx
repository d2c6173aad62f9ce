'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { rollBackRoutes, saveRoutes } from '#actions/grading.ts'
import type { RoutesView } from '#contracts/routing.ts'
import type { AgencyView } from '#contracts/views.ts'
import { EditionHead } from '#ui/editions/edition-head.tsx'
import { EditionList } from '#ui/editions/edition-list.tsx'
import { SaveEdition } from '#ui/editions/save-edition.tsx'
import { RouteTree } from './route-tree.tsx'
import { TryRoutes } from './try-routes.tsx'

/** Whom an incident goes to: a tree of lines, each on a sentence of the founding document; tried before it counts. */
export function RoutesPage({ routes, agencies }: { routes: RoutesView; agencies: AgencyView[] }) {
  const router = useRouter()
  const [lines, setLines] = useState(routes.lines)
  const changed = JSON.stringify(lines) !== JSON.stringify(routes.lines)
  const refresh = () => router.refresh()
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <EditionHead view="routes" version={routes.version} />
      <div className="grid items-start gap-3 xl:grid-cols-[1fr_480px]">
        <RouteTree lines={lines} setLines={setLines} routes={routes} agencies={agencies} />
        <div className="grid min-w-0 gap-3">
          <TryRoutes lines={lines} agencies={agencies} />
          <SaveEdition
            version={routes.version}
            changed={changed}
            save={(why) => saveRoutes({ lines, why, basedOn: routes.version })}
            reset={() => setLines(routes.lines)}
            saved={refresh}
          />
          <EditionList versions={routes.versions} rollBack={rollBackRoutes} changed={refresh} />
        </div>
      </div>
    </div>
  )
}
