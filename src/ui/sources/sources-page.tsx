'use client'

import { useTranslations } from 'use-intl/react'
import type { SourceForm } from '#contracts/source-form.ts'
import { may, type Person } from '#domain/permission.ts'
import { DrillMark } from '#ui/incident/drill-mark.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { clockSeconds } from '#ui/time/shanghai.ts'
import { useNow } from '#ui/time/use-now.ts'
import { AddSource } from './add-source.tsx'
import { SourceRow } from './source-row.tsx'
import { SourceTabs } from './source-tabs.tsx'
import { type SourceList, useSources } from './use-sources.ts'
import { useTrial } from './use-trial.ts'

const columns = ['name', 'kind', 'state', 'success', 'item', 'items', 'flagged', 'error', 'act'] as const

type Given = { initial: SourceList; forms: SourceForm[]; person: Person; drill: boolean }

/** Whether we hear what we should hear: every source with its state and its last problem in words. */
export function SourcesPage(given: Given) {
  return (
    <LiveQueries>
      <DrillMark value={given.drill}>
        <Sources {...given} />
      </DrillMark>
    </LiveQueries>
  )
}

function Sources({ initial, forms, person }: Given) {
  const t = useTranslations('sources')
  const { at, sources, failed, refetch, busy, outcomes, change } = useSources(initial)
  const now = useNow(initial.at)
  const trials = useTrial()
  const mayManage = may(person, 'manage_sources').ok
  const alive = sources.filter(({ state }) => state === 'alive').length
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <h1 className="text-desk-title font-bold">{t('title')}</h1>
      <SourceTabs view="list" />
      {mayManage ? <AddSource forms={forms} added={() => void refetch()} /> : null}
      <Panel
        caption={t('list')}
        note={t('note', { alive, total: sources.length })}
        aside={
          <span className={failed ? 'text-desk-meta font-semibold text-t1' : 'text-desk-meta text-t3'}>
            {t(failed ? 'unread' : 'updated', { time: clockSeconds(at) })}
          </span>
        }
      >
        {sources.length === 0 ? <p className="py-4 text-desk-body text-t2">{t('empty')}</p> : null}
        <div className="overflow-x-auto">
          <table className="mt-2 w-full max-md:block max-md:[&>tbody]:block">
            <thead className="max-md:hidden">
              <tr className="h-8 border-b border-line2 text-left text-desk-body text-t2">
                {columns.map((column) => (
                  <th key={column} scope="col" className="unbroken pr-4 font-normal">
                    {column === 'act' && !mayManage ? null : t(`column.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {sources.map((source) => (
                <SourceRow
                  key={source.id}
                  source={source}
                  now={now}
                  mayManage={mayManage}
                  busy={busy === source.id}
                  outcome={outcomes[source.id]}
                  change={(to) => void change(source, to)}
                  trials={trials}
                />
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
    </div>
  )
}
