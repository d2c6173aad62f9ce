'use client'

import clsx from 'clsx'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { HandoverSheetView } from '#contracts/roster.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { useMoment } from '#ui/time/use-moment.ts'
import { useSheetWords } from './sheet-words.ts'

/** 交接单: open incidents and what is promised on them, tasks due, calls nobody has answered. */
export function HandoverSheet({ sheet }: { sheet: HandoverSheetView }) {
  const t = useTranslations('shift')
  const words = useSheetWords()
  const moment = useMoment()
  return (
    <div className="grid min-w-0 gap-3">
      <Panel
        caption={t('incidents')}
        note={
          <>
            {sheet.incidents.length} <span className="ml-2">{t('asOf', { at: moment(sheet.at) })}</span>
          </>
        }
      >
        <Lines empty={sheet.incidents.length === 0}>
          {sheet.incidents.map((one) => (
            <Line key={one.incidentId} incidentId={one.incidentId} owed={one.holder === null}>
              <GradeBadge grade={one.grade} size={28} />
              <span className="min-w-0">
                <span className="block truncate font-medium">
                  {one.number} {one.place} {one.headline}
                </span>
                <span className="block text-desk-meta">{words.standing(one)}</span>
              </span>
            </Line>
          ))}
        </Lines>
      </Panel>
      <Panel caption={t('tasks')} note={sheet.tasks.length}>
        <Lines empty={sheet.tasks.length === 0}>
          {sheet.tasks.map((one) => (
            <Line key={one.taskId} incidentId={one.incidentId}>
              <GradeBadge grade={one.grade} size={28} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{words.task(one)}</span>
                <span className="block text-desk-meta text-t2">{words.due(one.dueAt)}</span>
              </span>
            </Line>
          ))}
        </Lines>
      </Panel>
      <Panel caption={t('calls')} note={sheet.calls.length}>
        <Lines empty={sheet.calls.length === 0}>
          {sheet.calls.map((one) => (
            <Line key={one.callId} incidentId={one.incidentId} owed>
              <GradeBadge grade={one.grade} size={28} />
              <span className="min-w-0">
                <span className="block truncate font-medium">{words.call(one)}</span>
                <span className="block text-desk-meta">{words.called(one.calledAt)}</span>
              </span>
            </Line>
          ))}
        </Lines>
      </Panel>
    </div>
  )
}

function Lines({ empty, children }: { empty: boolean; children: ReactNode }) {
  const t = useTranslations('shift')
  return empty ? (
    <p className="mt-1 text-desk-body text-t3">{t('none')}</p>
  ) : (
    <ul className="mt-1">{children}</ul>
  )
}

/** On paper what nobody has taken: that is the first thing the coming officer must see. */
function Line({
  incidentId,
  owed = false,
  children,
}: {
  incidentId: string
  owed?: boolean
  children: ReactNode
}) {
  return (
    <li className="border-t border-line first:border-0">
      <Link
        href={`/desk?incident=${incidentId}`}
        className={clsx(
          'my-1 grid grid-cols-[28px_1fr] items-center gap-3 rounded-control px-2 py-1.5 text-desk-body max-md:min-h-14',
          owed ? 'on-paper' : 'hover:bg-s3',
        )}
      >
        {children}
      </Link>
    </li>
  )
}
