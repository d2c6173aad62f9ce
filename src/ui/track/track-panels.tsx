'use client'

import type { AgencyView, IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { ReplyPanel } from '#ui/reply/reply-panel.tsx'
import { ClosingPanel } from './closing-panel.tsx'
import { DesignationPanel } from './designation-panel.tsx'
import type { Surface } from './section.tsx'
import { VerificationPanel } from './verification-panel.tsx'

/** What both tracks rest on: the verified facts, the public answer, and what closing still needs. */
export function TrackPanels({
  incident,
  agencies,
  person,
  surface,
}: {
  incident: IncidentView
  agencies: AgencyView[]
  person: Person
  surface: Surface
}) {
  const { answer } = useOfIncident('tracks', incident.id)
  if (!answer?.ok) return null
  const tracks = answer.value
  const about = { incident, tracks, agencies, person, surface }
  const facts = <VerificationPanel {...about} />
  const reply = <ReplyPanel {...about} />
  const closing =
    incident.state === 'open' ? (
      <ClosingPanel incident={incident} closing={tracks.closing} surface={surface} />
    ) : null
  const words = <DesignationPanel {...about} />
  if (surface === 'phone') {
    return (
      <>
        {facts}
        {reply}
        {closing}
        {words}
      </>
    )
  }
  return (
    <div className="grid items-start gap-3 sm:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-3">
        {facts}
        {closing}
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        {reply}
        {words}
      </div>
    </div>
  )
}
