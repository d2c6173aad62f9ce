'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { AlertView, IncidentView } from '#contracts/views.ts'
import { proposePromise } from '#domain/alert/promise.ts'
import { type LeaseDialog, LeaseForm } from '#ui/alert/lease-dialogs.tsx'
import type { Press } from '#ui/alert/press.ts'
import { PressResult } from '#ui/alert/press-result.tsx'
import { promiseGround } from '#ui/alert/promise-ground.ts'
import { usePromiseWords } from '#ui/alert/promise-words.ts'
import type { Acceptance } from '#ui/alert/use-acceptance.ts'
import type { DeskSurface } from '#ui/desk/desk-surface.ts'
import { LifeAlarm } from '#ui/grading/life-alarm.tsx'
import { agencyName } from '#ui/incident/agency-names.ts'
import { useFactWords } from '#ui/incident/fact-words.ts'
import { knownFacts } from '#ui/incident/known-facts.ts'
import { usePlaceName } from '#ui/incident/place-name.ts'
import { shownSpans } from '#ui/incident/shown-spans.ts'
import { useStepTime } from '#ui/incident/step-time.ts'
import { useIncident } from '#ui/incident/use-incident.ts'
import { Button } from '#ui/primitives/button.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { useShiftEnd } from '#ui/shift/use-duty.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { AlertField } from './alert-field.tsx'
import { MaskedText } from './masked-text.tsx'
import { OfflineBanner } from './offline-banner.tsx'

type AlertSurface = Omit<DeskSurface, 'incident' | 'accept'> & {
  incident: IncidentView
  /** My agency's own. */
  alert: AlertView
  press: Press | undefined
  /** How many more wait behind this one. */
  others: number
  /** One that outranks this one and waits to be turned to. */
  graver: IncidentView | null
  turnTo: (incidentId: string) => void
  accept: Acceptance['accept']
  details: () => void
  close: () => void
}

/** The alert that takes the whole phone; accepting is one press within the thumb's reach. */
export function PhoneAlert(surface: AlertSurface) {
  const { incident, alert, agencies, now, drill, cut, heardAt } = surface
  return (
    <div className="fixed inset-0 z-30 flex flex-col bg-bg" role="alertdialog" aria-label={incident.headline}>
      {drill ? <Watermark className="-z-10" /> : null}
      {cut ? <OfflineBanner heardAt={heardAt} now={now} /> : null}
      {surface.graver ? <GraverStrip {...surface} graver={surface.graver} /> : null}
      <div className="min-h-0 flex-1 overflow-y-auto">
        <LifeAlarm incident={incident} person={surface.person} now={now} surface="phone_alert" />
        <AlertField incident={incident} alert={alert} agencies={agencies} now={now} drill={drill} />
        <AlertFacts {...surface} />
      </div>
      <ThumbZone {...surface} />
    </div>
  )
}

/** Announced above, never swapped in: the thumb must not press for what was not read. */
function GraverStrip({ graver, agencies, turnTo }: AlertSurface & { graver: IncidentView }) {
  const t = useTranslations()
  const placeName = usePlaceName(agencies)
  return (
    <div role="alert" className="flex-none">
      <button
        type="button"
        onClick={() => turnTo(graver.id)}
        className="on-paper flex min-h-14 w-full items-center gap-3 px-4 text-left text-phone-headline font-bold"
      >
        <GradeBadge grade={graver.grade} size={32} />
        <span className="min-w-0 flex-1">
          {t('incident.graver', { place: placeName(graver.place), grade: t(`grade.level.${graver.grade}`) })}
        </span>
        <span aria-hidden>→</span>
      </button>
    </div>
  )
}

function AlertFacts({ incident, agencies }: AlertSurface) {
  const t = useTranslations('incident')
  const state = useTranslations('state')
  const words = useFactWords()
  const placeName = usePlaceName(agencies)
  const { answer } = useIncident(incident.id)
  const known = knownFacts(incident)
  const workers = words.workers(known)
  const amount = words.amount(known)
  const accepted = incident.alerts.filter(({ state }) => state === 'accepted')
  const post = answer?.ok ? answer.value.posts[0] : undefined
  return (
    <div className="flex flex-col px-6 py-4">
      <h2 className="leading-tight">
        <span className="text-phone-place font-bold">{placeName(incident.place)}</span>
        <span className="ml-3 text-phone-body text-t2">{incident.place?.county}</span>
        <span className="block text-phone-headline font-medium">{incident.headline}</span>
      </h2>
      <p className="flex flex-wrap items-baseline gap-x-5 pt-1">
        {[workers, amount].map((fact) =>
          fact ? (
            <span key={fact.unit} className="unbroken text-phone-figure font-semibold">
              {fact.figure} <span className="text-phone-body font-normal">{fact.unit}</span>
            </span>
          ) : null,
        )}
        <span className="text-phone-body text-t2">
          {known.standing !== 'claimed'
            ? state(known.standing)
            : t(workers || amount ? 'claimedUnchecked' : 'figuresUnchecked')}
        </span>
      </p>
      <p className="pt-1 text-phone-body text-t2">
        {t('sourcesLine', { count: incident.sources.length, names: incident.sources.join(t('fact.join')) })}
      </p>
      {accepted.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-x-6 border-t border-line pt-3 text-phone-body text-t2">
          {accepted.map((one) => (
            <li key={one.id} className="unbroken flex items-center gap-2">
              <Tick />
              {agencyName(agencies, one.agency)} {one.acceptedAt ? clockMinutes(one.acceptedAt) : null}
            </li>
          ))}
        </ul>
      ) : null}
      {post ? (
        <p className="mt-3 border-t border-line pt-3 text-phone-body leading-[1.9] whitespace-pre-line text-t1">
          <span className="mr-2 text-phone-meta text-t3">{post.sourceName}</span>
          <MaskedText body={post.body} spans={shownSpans(post.spans)} />
        </p>
      ) : null}
    </div>
  )
}

/** Above the button stands what is promised by pressing it. */
function ThumbZone(surface: AlertSurface) {
  const { alert, press, others, accept, details, close, cut } = surface
  const t = useTranslations('incident')
  const [open, setOpen] = useState<LeaseDialog | null>(null)
  const answered = press && press.state !== 'refused' && press.state !== 'busy'
  // Another desk of my agency may have accepted what I am still reading.
  const waiting = press ? !answered : alert.state === 'unaccepted'
  return (
    <footer className="flex flex-none flex-col gap-3 border-t border-line bg-s1 px-4 pt-3 pb-[max(12px,env(safe-area-inset-bottom))]">
      <div className="flex items-center justify-between gap-3 px-1 text-phone-body text-t1">
        <PromiseLine {...surface} />
        {waiting && !cut ? (
          <button
            type="button"
            onClick={() => setOpen('promise')}
            className="unbroken -my-3 min-h-12 px-2 text-accent"
          >
            {t('lease.change')}
          </button>
        ) : null}
        {others > 0 ? <span className="unbroken text-t3">{t('othersWait', { count: others })}</span> : null}
      </div>
      {waiting ? (
        <>
          {press?.state === 'refused' ? <PressResult press={press} className="px-1 text-phone-body" /> : null}
          <Button
            variant="primary"
            surface="phone_main"
            busy={press?.state === 'busy'}
            onClick={() => accept(alert)}
          >
            <span className="tracking-[0.3em] indent-[0.3em]">{t('accept')}</span>
          </Button>
        </>
      ) : (
        <div
          className={
            !press || press.state === 'accepted'
              ? 'grid min-h-20 place-items-center rounded-phone bg-s2 px-4 text-[1.25rem] font-semibold'
              : 'grid min-h-20 place-items-center rounded-phone border-[3px] border-dashed border-paper px-4 text-phone-body'
          }
        >
          {press ? <PressResult press={press} /> : <AcceptedElsewhere alert={alert} />}
        </div>
      )}
      <div className="grid auto-cols-fr grid-flow-col gap-2">
        <Button surface="phone" className="border-transparent bg-s3" onClick={details}>
          {t('seeDetails')}
        </Button>
        {waiting && !cut && alert.nextStepAt && alert.snoozedRung !== alert.rung ? (
          <Button surface="phone" className="border-transparent bg-s3" onClick={() => setOpen('snooze')}>
            {t('lease.snooze')}
          </Button>
        ) : null}
        {waiting ? null : (
          <Button surface="phone" className="border-transparent bg-s3" onClick={close}>
            {t(others > 0 ? 'nextAlert' : 'backToList')}
          </Button>
        )}
      </div>
      {open ? <LeaseForm {...surface} which={open} close={() => setOpen(null)} /> : null}
    </footer>
  )
}

/** What is promised by pressing the button, or what holds since it was pressed. */
function PromiseLine({ incident, alert, agencies, now }: AlertSurface) {
  const t = useTranslations('incident')
  const words = usePromiseWords()
  const time = useStepTime()
  const shiftEnd = useShiftEnd(now)
  const { lease } = alert
  if (lease) return <p>{words.full(lease.step, lease.promisedAt, now)}</p>
  const { step, at } = proposePromise(promiseGround(incident, alert, agencies, shiftEnd), new Date(now))
  return <p>{t('promise', { step: words.step(step), time: time(at.toISOString(), now) })}</p>
}

function AcceptedElsewhere({ alert }: { alert: AlertView }) {
  const t = useTranslations('state')
  if (!alert.acceptedAt) return null
  return (
    <p role="status" className="unbroken">
      {t('lost', { agency: alert.acceptedBy?.post ?? '', time: clockMinutes(alert.acceptedAt) })}
    </p>
  )
}
