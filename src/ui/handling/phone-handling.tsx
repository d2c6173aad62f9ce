'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { HandlingView } from '#contracts/handling.ts'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import { may, type Person } from '#domain/permission.ts'
import { mayReportFollowUp } from '#ui/incident/incident-right.ts'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { CallAnswer } from './call-answer.tsx'
import { CalledList } from './call-out-panel.tsx'
import { IncidentNots } from './incident-nots.tsx'
import { MyTask } from './my-task.tsx'
import { SupervisionPanel } from './supervision-panel.tsx'
import { TaskList } from './task-panel.tsx'

type Given = { incident: IncidentView; person: Person; agencies: AgencyView[]; now: number }

/** What an officer does standing: answer a call, sign a receipt, report; above the tracks. */
export function PhoneDuties({ incident, person, agencies, now }: Given) {
  const t = useTranslations('handling')
  const handling = useHandling(incident)
  if (!handling) return null
  const calls = handling.called.filter(
    ({ agency, state }) => mine(person, agency) && (state === 'called' || state === 'coming'),
  )
  const tasks = handling.tasks.filter(
    ({ agency, state }) => mine(person, agency) && (state === 'assigned' || state === 'in_hand'),
  )
  return (
    <>
      {calls.map((one) => (
        <section key={one.id} className="border-t border-line py-4" data-my-call={one.agency}>
          <h2 className="text-phone-body font-semibold">
            {t('callout.mine', { post: one.post, duty: one.duty })}
          </h2>
          <CallAnswer called={one} surface="phone" />
        </section>
      ))}
      {tasks.length > 0 ? (
        <PhoneSection caption={t('task.mineTitle')} note={String(tasks.length)}>
          <ul className="flex flex-col divide-y divide-line">
            {tasks.map((one) => (
              <MyTask key={one.id} task={one} now={now} />
            ))}
          </ul>
        </PhoneSection>
      ) : null}
      <section className="border-t border-line py-4">
        <IncidentNots
          incidentId={incident.id}
          nots={handling.nots}
          mayReport={mayReportFollowUp(incident, person, agencies)}
        />
      </section>
    </>
  )
}

/** Below the tracks: everybody's tasks, who was called, the supervised case. */
export function PhoneHandling(given: Given) {
  const t = useTranslations('handling')
  const handling = useHandling(given.incident)
  if (!handling) return null
  const { tasks, called } = handling
  const done = tasks.filter(({ state }) => state === 'done').length
  return (
    <>
      {tasks.length > 0 ? (
        <PhoneSection caption={t('task.caption')} note={`${done}/${tasks.length}`}>
          <TaskList {...given} handling={handling} surface="phone" />
        </PhoneSection>
      ) : null}
      {called.length > 0 ? (
        <PhoneSection caption={t('callout.caption')}>
          <CalledList called={called} agencies={given.agencies} mine={null} surface="phone" />
        </PhoneSection>
      ) : null}
      <SupervisionPanel {...given} handling={handling} />
    </>
  )
}

function PhoneSection({ caption, note, children }: { caption: string; note?: string; children: ReactNode }) {
  return (
    <section className="border-t border-line py-4">
      <h2 className="text-phone-body font-semibold">
        {caption}
        {note ? <span className="ml-3 font-normal text-t3">{note}</span> : null}
      </h2>
      {children}
    </section>
  )
}

function useHandling(incident: IncidentView): HandlingView | null {
  const { answer } = useOfIncident('handling', incident.id)
  return answer?.ok ? answer.value : null
}

function mine(person: Person, agency: string): boolean {
  return may(person, 'answer_for_agency', { agency }).ok
}
