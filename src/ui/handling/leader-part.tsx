'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { checkLeader, nameLeader, noteLeader } from '#actions/handling.ts'
import type { LeaderView } from '#contracts/handling.ts'
import { may } from '#domain/permission.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { clockMinutes, shanghai } from '#ui/time/shanghai.ts'
import { AgencyField, DueField, dueIn, Pair, WordsField } from './form-parts.tsx'
import { type HandlingSurface, routeOf } from './task-panel.tsx'

/** [D] What a leader usually promises; the provincial standard gives a week in season. */
const usualMs = 7 * 86_400_000

type Open = 'name' | 'note' | 'check' | null

/** 领导包案: which post answers for the case, what it promised, and its weekly note. */
export function LeaderPart(surface: HandlingSurface) {
  const { handling, incident, person, agencies, now } = surface
  const t = useTranslations('handling.leader')
  const [open, setOpen] = useState<Open>(null)
  const { leader, leaderNotes, leaderProposed } = handling
  const supervises = may(person, 'supervise', { route: routeOf(incident) }).ok && incident.state === 'open'
  const running = leader?.state === 'in_charge' ? leader : null
  const notes = running && may(person, 'check_work', { agency: running.agency }).ok
  return (
    <div className="mt-3 border-t border-line pt-3 text-desk-body">
      {running ? (
        <LeaderWords leader={running} agencies={agencies} now={now} />
      ) : (
        <p className={leaderProposed ? 'font-medium text-t1' : 'text-t3'}>
          {leader?.checkNote
            ? t('checked', { note: leader.checkNote })
            : t(leaderProposed ? 'proposed' : 'none')}
        </p>
      )}
      {leaderNotes[0] ? (
        <p className="mt-1 text-desk-meta text-t2">
          {clockMinutes(leaderNotes[0].at)} {leaderNotes[0].note}
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {supervises && !running ? <Button onClick={() => setOpen('name')}>{t('name')}</Button> : null}
        {notes ? <Button onClick={() => setOpen('note')}>{t('note')}</Button> : null}
        {running && supervises ? <Button onClick={() => setOpen('check')}>{t('check')}</Button> : null}
      </div>
      {open ? <LeaderForm {...surface} form={open} leader={running} close={() => setOpen(null)} /> : null}
    </div>
  )
}

function LeaderWords({
  leader,
  agencies,
  now,
}: { leader: LeaderView } & Pick<HandlingSurface, 'agencies' | 'now'>) {
  const t = useTranslations('handling')
  const date = useTranslations('time')
  const day = (at: string) => {
    const { month, day: one } = shanghai(at)
    return date('date', { month, day: one })
  }
  const late = Date.parse(leader.promisedAt) < now || Date.parse(leader.noteDueAt) < now
  return (
    <>
      <p className="flex items-baseline justify-between gap-3">
        <span className="min-w-0 truncate font-medium text-t1">
          {agencyName(agencies, leader.agency)} {leader.post}
        </span>
        {late ? (
          <strong className="unbroken rounded-control bg-paper px-2 text-ink">{t('overdue')}</strong>
        ) : null}
      </p>
      <p className="text-desk-meta text-t2">
        {t('leader.promisedBy', { date: day(leader.promisedAt) })} ·{' '}
        {t('leader.noteDue', { date: day(leader.noteDueAt) })}
      </p>
    </>
  )
}

function LeaderForm({
  form,
  leader,
  incident,
  agencies,
  now,
  close,
}: HandlingSurface & { form: 'name' | 'note' | 'check'; leader: LeaderView | null; close: () => void }) {
  const t = useTranslations('handling.leader')
  if (form === 'name') {
    return (
      <FormDialog
        title={t('nameTitle')}
        submitWords={t('name')}
        close={close}
        send={(fields) =>
          nameLeader({
            incidentId: incident.id,
            post: lineIn(fields, 'post'),
            agency: lineIn(fields, 'agency'),
            promisedAt: dueIn(fields) ?? '',
          })
        }
      >
        <Field label={t('post')} hint={t('postHint')} name="post" required minLength={2} maxLength={40} />
        <Pair>
          <AgencyField label={t('agency')} agencies={agencies} value={incident.place?.territory ?? 'rsj'} />
          <DueField label={t('promised')} at={now + usualMs} />
        </Pair>
      </FormDialog>
    )
  }
  if (!leader) return null
  const { id: leaderId, version } = leader
  return (
    <FormDialog
      title={t(`${form}Title`)}
      submitWords={t(form)}
      close={close}
      send={(fields) => {
        const note = lineIn(fields, 'words')
        return form === 'note' ? noteLeader({ leaderId, note }) : checkLeader({ leaderId, version, note })
      }}
    >
      <WordsField label={t(`${form}Words`)} />
    </FormDialog>
  )
}
