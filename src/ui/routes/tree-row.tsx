'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RoutesView } from '#contracts/routing.ts'
import type { AgencyView } from '#contracts/views.ts'
import { fixedLines, type RouteLine, territoryOfPlace } from '#domain/routing/route-tree.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { useMatcherWords } from './matcher-words.ts'
import { moved, withLine } from './tree-edits.ts'

/** One line of the tree; those nobody can take away say so instead of offering it. */
export function TreeRow({
  line,
  tree,
  setTree,
  routes,
  agencies,
  edit,
  addWithin,
  children,
}: {
  line: RouteLine
  tree: RouteLine[]
  setTree: (lines: RouteLine[]) => void
  routes: RoutesView
  agencies: AgencyView[]
  edit: () => void
  /** Null where the tree is as deep as it may be. */
  addWithin: (() => void) | null
  children: ReactNode
}) {
  const t = useTranslations('routes')
  const words = useMatcherWords(agencies)
  const fixed = (fixedLines as readonly string[]).includes(line.id)
  return (
    <li className="border-t border-line py-2 first:border-0">
      <div className="flex flex-wrap items-baseline gap-x-3 text-desk-body">
        <strong className={clsx('font-semibold', line.off && 'text-t3 line-through')}>{line.name}</strong>
        <span className="min-w-0 flex-1 text-t2 max-md:basis-full">{words(line.when)}</span>
        {fixed ? <span className="unbroken text-desk-meta text-t3">{t('fixed')}</span> : null}
        {line.goOn ? null : <span className="unbroken text-desk-meta text-t3">{t('stops')}</span>}
        <span className="flex flex-wrap gap-x-3">
          <Act label={t('up')} act={() => setTree(moved(tree, line.id, -1))} />
          <Act label={t('down')} act={() => setTree(moved(tree, line.id, 1))} />
          {fixed ? null : (
            <>
              <Act label={t('edit')} act={edit} />
              {addWithin ? <Act label={t('addWithin')} act={addWithin} /> : null}
              <Act
                label={t(line.off ? 'switchOn' : 'switchOff')}
                act={() => setTree(withLine(tree, line.id, { ...line, off: !line.off }))}
              />
              <Act label={t('remove')} act={() => setTree(withLine(tree, line.id, null))} />
            </>
          )}
        </span>
      </div>
      <ul className={clsx('text-desk-body', line.off && 'text-t3')}>
        {line.tell.map(({ agency, kind }) => (
          <li key={`${agency} ${kind}`} className="flex flex-wrap gap-x-3">
            <span className="font-medium">
              → {agency === territoryOfPlace ? t('territoryOfPlace') : agencyName(agencies, agency)}
            </span>
            <span className="text-t3">{routes.kinds[kind] ?? kind}</span>
            {agency === territoryOfPlace ? null : (
              <q className="min-w-0 flex-1 text-t2 max-md:basis-full [quotes:'“''”']">
                {routes.duties[kind]?.[agency]?.basis}
              </q>
            )}
          </li>
        ))}
      </ul>
      {children}
    </li>
  )
}

function Act({ label, act }: { label: string; act: () => void }) {
  return (
    <button
      type="button"
      onClick={act}
      className="unbroken text-accent underline underline-offset-4 max-md:min-h-12 max-md:min-w-12"
    >
      {label}
    </button>
  )
}
