'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { moveSupervision } from '#actions/handling.ts'
import type { SupervisionView } from '#contracts/handling.ts'
import type { AgencyView, PersonView } from '#contracts/views.ts'
import { may, type Person } from '#domain/permission.ts'
import { isOpenSupervision } from '#domain/supervision/supervision.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { useMoment } from '#ui/time/use-moment.ts'
import { DetailDialog, Lines } from './detail-dialog.tsx'
import { SupervisionForm, type SupervisionFormName } from './supervision-forms.tsx'
import { useAct } from './use-act.ts'
import { useDueWords } from './use-due-words.ts'

/** One supervised case with everything on it, and what I may do about it. */
export function SupervisionDetail({
  supervision,
  route,
  territory,
  person,
  agencies,
  now,
  close,
}: {
  supervision: SupervisionView
  /** Of its incident. */
  route: readonly string[]
  /** Of its incident: the unit that usually replies. */
  territory: string | null
  person: Person
  agencies: AgencyView[]
  now: number
  close: () => void
}) {
  const t = useTranslations('handling')
  const { busy, answer, act } = useAct()
  const [form, setForm] = useState<SupervisionFormName | null>(null)
  if (form) {
    return (
      <SupervisionForm
        form={form}
        supervision={supervision}
        unit={territory ?? undefined}
        agencies={agencies}
        now={now}
        close={close}
      />
    )
  }
  const { year, count, state, id, version } = supervision
  const pass = () => act('pass', () => moveSupervision({ supervisionId: id, version, move: 'pass' }))
  return (
    <DetailDialog
      title={count === null ? t('supervision.proposed') : t('supervision.number', { year: year ?? 0, count })}
      note={t(`state.${state}`)}
      answer={answer}
      close={close}
      acts={
        <>
          {isOpenSupervision(supervision) || state === 'closed' ? (
            <a
              href={`/supervision/${id}/print`}
              target="_blank"
              rel="noreferrer"
              className={`${buttonLook({})} max-md:h-12`}
            >
              {t('printOut')}
            </a>
          ) : null}
          {actsFor(supervision, route, person).map((one) => (
            <Button
              key={one}
              variant={one === 'dismiss' || one === 'return' ? 'plain' : 'primary'}
              className="max-md:h-12"
              busy={busy === one}
              onClick={() => (one === 'pass' ? void pass() : setForm(one))}
            >
              {t(`supervision.${one}`)}
            </Button>
          ))}
        </>
      }
    >
      <SupervisionLines supervision={supervision} agencies={agencies} />
    </DetailDialog>
  )
}

function SupervisionLines({
  supervision,
  agencies,
}: {
  supervision: SupervisionView
  agencies: AgencyView[]
}) {
  const t = useTranslations('handling')
  const moment = useMoment()
  const due = useDueWords()
  const one = supervision
  const by = (person: PersonView | null, at: string | null) =>
    person && at ? `${agencyName(agencies, person.agency) || person.post} ${moment(at)}` : null
  return (
    <Lines
      lines={[
        [t('supervision.reasons'), one.reasons.map((reason) => t(`reason.${reason}`)).join(t('join'))],
        [t('supervision.unit'), one.unit && agencyName(agencies, one.unit)],
        [t('supervision.requirement'), one.requirement],
        [t('supervision.due'), one.dueAt && due({ ...one, dueAt: one.dueAt })],
        [t('supervision.open'), by(one.openedBy, one.openedAt)],
        [t('supervision.replied'), one.reply],
        [t('note'), by(one.repliedBy, one.repliedAt)],
        [t('supervision.reviewed'), one.reviewNote],
        [t('supervision.pass'), one.state === 'open' ? null : by(one.reviewedBy, one.reviewedAt)],
        [
          t('supervision.strikeOff'),
          [by(one.closedBy, one.closedAt), by(one.closedWith, one.closedAt)].filter(Boolean).join(t('join')),
        ],
      ]}
    />
  )
}

type Act = SupervisionFormName | 'pass'

/** The office or a leader opens, checks and asks to strike off; the unit replies. */
export function actsFor(
  { state, unit }: Pick<SupervisionView, 'state' | 'unit'>,
  route: readonly string[],
  person: Person,
): Act[] {
  const supervises = may(person, 'supervise', { route }).ok
  if (state === 'proposed') return supervises ? ['dismiss', 'open'] : []
  if (state === 'open') return unit && may(person, 'answer_for_agency', { agency: unit }).ok ? ['reply'] : []
  if (state === 'replied') return supervises ? ['return', 'pass'] : []
  return state === 'passed' && supervises ? ['strikeOff'] : []
}
