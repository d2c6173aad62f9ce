'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { assignTask } from '#actions/handling.ts'
import type { TaskProposalView } from '#contracts/tasks.ts'
import type { AgencyView } from '#contracts/views.ts'
import { otherKind } from '#domain/task/task.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button } from '#ui/primitives/button.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { DetailDialog } from './detail-dialog.tsx'
import { AgencyField, DeadlineField, deadlineIn, Pair, WordsField } from './form-parts.tsx'
import { useTaskName } from './task-words.ts'
import { useAct } from './use-act.ts'
import { useDueWords } from './use-due-words.ts'

/** An hour and a half: what an officer usually gives for something not on the checklist. */
const usualMs = 90 * 60_000

/** The checklist's proposals, each assigned by one press, and a form for anything else. */
export function AssignDialog({
  incidentId,
  proposals,
  agencies,
  now,
  close,
}: {
  incidentId: string
  proposals: TaskProposalView[]
  agencies: AgencyView[]
  now: number
  close: () => void
}) {
  const t = useTranslations('handling.task')
  const [own, setOwn] = useState(false)
  const { busy, answer, act } = useAct()
  if (own) return <OwnTask incidentId={incidentId} agencies={agencies} now={now} close={close} />
  const assign = ({ kind, agency }: TaskProposalView) =>
    void act(kind, () => assignTask({ incidentId, kind, agency }))
  return (
    <DetailDialog
      title={t('assignTitle')}
      note={proposals.length > 0 ? t('proposedNote') : t('noProposals')}
      answer={answer}
      close={close}
      acts={
        <Button variant="primary" className="max-md:h-12" onClick={() => setOwn(true)}>
          {t('own')}
        </Button>
      }
    >
      <ul className="flex flex-col divide-y divide-line">
        {proposals.map((one) => (
          <Proposal
            key={`${one.kind} ${one.agency}`}
            proposal={one}
            agencies={agencies}
            busy={busy === one.kind}
            assign={() => assign(one)}
          />
        ))}
      </ul>
    </DetailDialog>
  )
}

function Proposal({
  proposal,
  agencies,
  busy,
  assign,
}: {
  proposal: TaskProposalView
  agencies: AgencyView[]
  busy: boolean
  assign: () => void
}) {
  const t = useTranslations('handling.task')
  const name = useTaskName()
  const due = useDueWords()
  return (
    <li className="flex items-center gap-3 py-2 text-desk-body">
      <span className="min-w-0 flex-1">
        <span className="block font-medium text-t1">
          {name(proposal)}{' '}
          <span className="ml-2 font-normal text-t2">{agencyName(agencies, proposal.agency)}</span>
        </span>
        <span className="block text-desk-meta text-t2">
          {t('dueBy', { time: due(proposal) })}
          {proposal.required ? ` · ${t('required')}` : null}
        </span>
      </span>
      <Button
        className="max-md:h-12"
        busy={busy}
        onClick={assign}
        aria-label={`${t('assign')} ${name(proposal)}`}
      >
        {t('assign')}
      </Button>
    </li>
  )
}

function OwnTask({
  incidentId,
  agencies,
  now,
  close,
}: {
  incidentId: string
  agencies: AgencyView[]
  now: number
  close: () => void
}) {
  const t = useTranslations('handling.task')
  return (
    <FormDialog
      title={t('own')}
      submitWords={t('assign')}
      close={close}
      send={(fields) =>
        assignTask({
          incidentId,
          kind: otherKind,
          agency: lineIn(fields, 'agency'),
          what: lineIn(fields, 'words'),
          ...deadlineIn(fields),
        })
      }
    >
      <WordsField label={t('what')} hint={t('whatHint')} />
      <Pair>
        <AgencyField label={t('agency')} agencies={agencies} />
        <DeadlineField label={t('due')} at={now + usualMs} />
      </Pair>
    </FormDialog>
  )
}
