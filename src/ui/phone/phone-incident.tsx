'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { IncidentView, StepName } from '#contracts/views.ts'
import { LeaseActs } from '#ui/alert/lease-acts.tsx'
import { PressResult } from '#ui/alert/press-result.tsx'
import type { DeskSurface } from '#ui/desk/desk-surface.ts'
import { LifeAlarm } from '#ui/grading/life-alarm.tsx'
import { PhoneGrade } from '#ui/grading/phone-grade.tsx'
import { PhoneDuties, PhoneHandling } from '#ui/handling/phone-handling.tsx'
import { ChainMark } from '#ui/incident/chain-mark.tsx'
import { ClosedBanner } from '#ui/incident/closed-banner.tsx'
import { acceptableAlert, nextRecordable, recordableSteps } from '#ui/incident/incident-right.ts'
import { MergedLine } from '#ui/incident/merged-line.tsx'
import { RecordForm } from '#ui/incident/record-form.tsx'
import { shownSpans } from '#ui/incident/shown-spans.ts'
import { isOfOwnTrack } from '#ui/incident/step-duty.ts'
import { StepResult } from '#ui/incident/step-result.tsx'
import { Timeline } from '#ui/incident/timeline.tsx'
import { TrackColumn } from '#ui/incident/track.tsx'
import { useRecordStep } from '#ui/incident/use-record-step.ts'
import { AcceptanceCell } from '#ui/primitives/acceptance-cell.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { ReleaseTray } from '#ui/release/release-tray.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { TrackPanels } from '#ui/track/track-panels.tsx'
import { MaskedText } from './masked-text.tsx'
import { OfflineBanner } from './offline-banner.tsx'
import { PhoneHead } from './phone-head.tsx'

type Surface = Omit<DeskSurface, 'incident'> & { incident: IncidentView; back: () => void }

/** One incident on a phone: the clock that matters to me on top, my next step under the thumb. */
export function PhoneIncident(surface: Surface) {
  const { incident, agencies, now, cut, heardAt, drill, back, detail } = surface
  const t = useTranslations('incident')
  return (
    <div className="fixed inset-0 z-30 flex flex-col bg-bg">
      {cut ? <OfflineBanner heardAt={heardAt} now={now} /> : null}
      <PhoneHead {...surface} drill={drill} back={back} />
      <div className="min-h-0 flex-1 overflow-y-auto px-4 pb-6">
        <div className="-mx-4">
          <ReleaseTray now={now} surface="phone" select={(id) => surface.select(id, 'keep')} />
        </div>
        <ClosedBanner {...{ incident, detail }} select={(id) => surface.select(id, 'keep')} surface="phone" />
        <MergedLine detail={detail} select={(id) => surface.select(id, 'keep')} />
        <LifeAlarm incident={incident} person={surface.person} now={now} surface="phone" />
        <Cells {...surface} />
        <PhoneGrade incident={incident} person={surface.person} agencies={agencies} />
        <PhoneDuties {...{ incident, person: surface.person, agencies, now }} />
        <TrackColumn
          incident={incident}
          person={surface.person}
          track="offline"
          agencies={agencies}
          now={now}
          cut={cut}
          surface="phone"
        />
        <TrackColumn
          incident={incident}
          person={surface.person}
          track="online"
          agencies={agencies}
          now={now}
          cut={cut}
          surface="phone"
        />
        <PhoneHandling {...{ incident, person: surface.person, agencies, now }} />
        <TrackPanels {...{ incident, agencies }} person={surface.person} surface="phone" />
        <Posts detail={detail} />
        {detail.answer?.ok ? (
          <section className="border-t border-line py-4">
            <header className="flex items-baseline justify-between gap-3">
              <h2 className="text-phone-body font-semibold">{t('timeline')}</h2>
              <ChainMark chain={detail.answer.value.chain} surface="phone" />
            </header>
            <Timeline entries={detail.answer.value.timeline} agencies={agencies} surface="phone" />
          </section>
        ) : null}
      </div>
      <ThumbBar {...surface} />
    </div>
  )
}

/** The three first-line agencies in their order, mine as an outline while my press is on its way. */
function Cells({ incident, agencies, person, presses, accept, now, cut }: Surface) {
  const own = incident.alerts.find(({ agency }) => agency === person.agency)
  const press = own && presses[own.id]
  const firstLine = agencies
    .filter(({ firstLine }) => firstLine !== null)
    .sort((a, b) => (a.firstLine ?? 0) - (b.firstLine ?? 0))
  const alertOf = ({ key }: { key: string }) => incident.alerts.find(({ agency }) => agency === key)
  const widths = firstLine.map((agency) => (alertOf(agency)?.state === 'unaccepted' ? '1.45fr' : '1fr'))
  return (
    <>
      <div className="grid gap-2" style={{ gridTemplateColumns: widths.join(' ') }}>
        {firstLine.map((agency) => {
          const alert = alertOf(agency)
          const pending = agency.key === person.agency && press?.state === 'kept'
          const unknown = cut && !pending && alert?.state === 'unaccepted'
          return (
            <AcceptanceCell
              key={agency.key}
              agency={agency}
              alert={alert}
              now={now}
              surface="phone"
              state={pending ? 'pending' : unknown ? 'unknown' : undefined}
            />
          )
        })}
      </div>
      <PressResult press={press} className="mt-3 text-phone-meta leading-[1.5] text-t1" />
      {own && !cut ? (
        <LeaseActs {...{ incident, agencies, person, accept, now }} alert={own} surface="phone" />
      ) : null}
      <span className="mt-4 block" />
    </>
  )
}

function Posts({ detail: { answer, failed } }: Pick<Surface, 'detail'>) {
  const t = useTranslations('incident')
  const refusalText = useRefusalText()
  if (!answer?.ok) {
    const words = answer ? refusalText(answer.refusal) : t(failed ? 'unread' : 'reading')
    return <p className="border-t border-line py-4 text-phone-body text-t2">{words}</p>
  }
  if (answer.value.textHidden) {
    return <p className="border-t border-line py-4 text-phone-body text-t2">{t('textHidden')}</p>
  }
  return answer.value.posts.map((post) => (
    <section key={post.id} className="border-t border-line py-4">
      <h2 className="flex items-baseline gap-3 text-phone-body font-semibold">
        {t('original')}
        <span className="truncate font-normal text-t2">
          {post.sourceName} {clockMinutes(post.publishedAt ?? post.receivedAt)}
        </span>
        <span className="unbroken ml-auto text-desk-meta font-normal text-t3">{t('masked')}</span>
      </h2>
      <p className="mt-2 text-[1.0625rem] leading-[1.9] whitespace-pre-line">
        <MaskedText body={post.body} spans={shownSpans(post.spans)} tinted />
      </p>
    </section>
  ))
}

function ThumbBar({ incident, person, agencies, presses, accept }: Surface) {
  const t = useTranslations('incident')
  const [recording, setRecording] = useState(false)
  const { record, carryOut } = useRecordStep(incident.id)
  const owed = acceptableAlert(incident, person)
  const step = nextRecordable(incident, person, agencies)
  const owesStep = step !== null && isOfOwnTrack(incident, step, person.agency, agencies)
  const press = owed ? presses[owed.id] : undefined
  const submit = async (name: StepName, note: string) => {
    if (await carryOut(name, note)) setRecording(false)
  }
  if (!owed && !step && !record) return null
  return (
    <footer className="flex flex-none flex-col gap-2 border-t border-line bg-s1 px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      <StepResult record={record} className="text-phone-meta text-t1" />
      {recording && step ? (
        <RecordForm
          steps={recordableSteps(incident, person, agencies)}
          first={step.step}
          busy={record?.state === 'busy'}
          surface="phone"
          submit={submit}
          cancel={() => setRecording(false)}
        />
      ) : (
        <div className="flex gap-2">
          {step ? (
            <Button
              surface="phone"
              variant={owed || !owesStep ? 'plain' : 'primary'}
              className="h-14 flex-1 font-semibold"
              onClick={() => setRecording(true)}
            >
              {t('recordNamed', { step: t(`step.${step.step}`) })}
            </Button>
          ) : null}
          {owed ? (
            <Button
              surface="phone"
              variant="primary"
              className="h-14 flex-[2] text-[1.25rem]"
              busy={press?.state === 'busy'}
              disabled={press?.state === 'kept'}
              onClick={() => accept(owed)}
            >
              {press?.state === 'kept' ? t('pending') : t('accept')}
            </Button>
          ) : null}
        </div>
      )}
    </footer>
  )
}
