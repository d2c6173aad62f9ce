'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { AgencyView } from '#contracts/views.ts'
import type { Presses } from '#ui/alert/press.ts'
import { DataAge } from '#ui/primitives/data-age.tsx'
import type { DeskQueue, QueueGroup } from './desk-queue.ts'
import { countTab, filterQueue, type QueueTab, queueTabs, rowsOf } from './filter-queue.ts'
import { QueueRow } from './queue-row.tsx'

export type QueueSurface = {
  queue: DeskQueue
  tab: QueueTab
  setTab: (tab: QueueTab) => void
  typed: string
  selected: string | null
  select: (incidentId: string) => void
  agencies: AgencyView[]
  presses: Presses
  now: number
  /** When the server was last heard, in epoch milliseconds. */
  heardAt: number
  cut: boolean
  /** No source feeds the board: a zero would be a guess. */
  blind: boolean
  drill: boolean
}

/** Everything open in three groups by what is due next. */
export function QueueList(surface: QueueSurface) {
  const { queue, tab, typed, now, heardAt, cut, blind } = surface
  const t = useTranslations('desk')
  const wall = useTranslations('wall')
  const shown = filterQueue(queue, tab, typed)
  const empty = rowsOf(shown).length === 0
  return (
    <section aria-label={t('queue')} className="flex min-h-0 flex-col bg-s1 md:border-r md:border-line">
      <header className="flex h-12 flex-none items-center gap-1 border-b border-line px-3 max-md:h-14">
        <Tabs {...surface} />
        <span className="ml-auto">
          <DataAge at={heardAt} now={now} condition={cut ? 'cut' : 'live'} surface="desk" />
        </span>
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <Group group="now" {...surface} queue={shown} />
        <Group group="hour" {...surface} queue={shown} />
        <Group group="later" {...surface} queue={shown} />
        {empty ? (
          <p className="p-6 text-desk-body text-t2">
            {typed ? t('noneFound') : blind ? wall('blind') : t(`none.${tab}`)}
          </p>
        ) : null}
      </div>
    </section>
  )
}

function Tabs({ queue, tab, setTab, blind }: QueueSurface) {
  const t = useTranslations('desk.tab')
  return (
    <div role="tablist" className="flex gap-1">
      {queueTabs.map((one) => (
        <button
          key={one}
          type="button"
          role="tab"
          aria-selected={one === tab}
          onClick={() => setTab(one)}
          className={clsx(
            'unbroken h-7 rounded-control px-2 text-desk-body max-md:h-12 max-md:px-3',
            one === tab ? 'bg-s3 font-medium text-t1' : 'text-t2 hover:bg-s2',
          )}
        >
          {t(one)} <span className="font-semibold">{countTab(queue, one) || (blind ? '?' : 0)}</span>
        </button>
      ))}
    </div>
  )
}

function Group({ group, queue, ...surface }: QueueSurface & { group: QueueGroup }) {
  const t = useTranslations('desk.group')
  const rows = queue[group]
  if (rows.length === 0) return null
  const { presses, agencies, now, cut, drill, selected, select } = surface
  return (
    <section aria-label={t(group)}>
      <h2 className="flex h-[26px] items-center border-b border-line bg-bg px-4 text-desk-meta text-t2">
        {t(group)}
      </h2>
      <ul>
        {rows.map((row) => (
          <QueueRow
            key={row.incident.id}
            row={row}
            agencies={agencies}
            now={now}
            selected={row.incident.id === selected}
            fresh={Date.parse(row.incident.openedAt) > now - 3_000}
            pending={row.incident.alerts.some(({ id }) => presses[id]?.state === 'kept')}
            cut={cut}
            drill={drill}
            select={select}
          />
        ))}
      </ul>
    </section>
  )
}
