'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RoutesView } from '#contracts/routing.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { RouteLine } from '#domain/routing/route-tree.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { LineDialog } from './line-dialog.tsx'
import { withAdded, withLine } from './tree-edits.ts'
import { TreeRow } from './tree-row.tsx'

/** What is being edited: a line, or a new one within another or at the top. */
type Editing = { line: RouteLine } | { parent: string | null }

/** The lines in the order they are looked at, each with its conditions, agencies and their sentences. */
export function RouteTree({
  lines,
  setLines,
  routes,
  agencies,
}: {
  lines: RouteLine[]
  setLines: (lines: RouteLine[]) => void
  routes: RoutesView
  agencies: AgencyView[]
}) {
  const t = useTranslations('routes')
  const [editing, setEditing] = useState<Editing | null>(null)
  const keep = (line: RouteLine) => {
    if (!editing) return
    setLines('line' in editing ? withLine(lines, line.id, line) : withAdded(lines, line, editing.parent))
  }
  const rows = (some: RouteLine[], depth: number) => (
    <ul className={depth > 0 ? 'ml-4 border-l border-line pl-3' : undefined}>
      {some.map((line) => (
        <TreeRow
          key={line.id}
          line={line}
          tree={lines}
          setTree={setLines}
          routes={routes}
          agencies={agencies}
          edit={() => setEditing({ line })}
          addWithin={depth < 3 ? () => setEditing({ parent: line.id }) : null}
        >
          {line.lines.length > 0 ? rows(line.lines, depth + 1) : null}
        </TreeRow>
      ))}
    </ul>
  )
  return (
    <Panel
      caption={t('tree')}
      note={t('treeNote')}
      aside={
        <Button className="max-md:h-12" onClick={() => setEditing({ parent: null })}>
          {t('addLine')}
        </Button>
      }
    >
      <div className="mt-2">{rows(lines, 0)}</div>
      {editing ? (
        <LineDialog
          line={'line' in editing ? editing.line : null}
          routes={routes}
          agencies={agencies}
          keep={keep}
          close={() => setEditing(null)}
        />
      ) : null}
    </Panel>
  )
}
