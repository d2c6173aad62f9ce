'use client'

import { useTranslations } from 'use-intl/react'
import { moveTask } from '#actions/handling.ts'
import type { TaskView } from '#contracts/tasks.ts'
import { type LicenceOutcome, licenceOutcomes, unlicensedEmployer } from '#domain/task/task.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { DeadlineField, deadlineIn, WordsField } from './form-parts.tsx'
import { useTaskName } from './task-words.ts'

/** The three moves of a task that need words: 反馈, 退回, 撤回. */
export function TaskForm({
  task,
  move,
  close,
}: {
  task: TaskView
  move: 'report' | 'return' | 'withdraw'
  close: () => void
}) {
  const t = useTranslations('handling')
  const name = useTaskName()
  const asksOutcome = move === 'report' && task.kind === unlicensedEmployer
  return (
    <FormDialog
      title={t(`task.${move}Title`)}
      note={name(task)}
      submitWords={t(`task.${move}`)}
      close={close}
      send={(fields) =>
        moveTask({
          taskId: task.id,
          version: task.version,
          move,
          note: lineIn(fields, 'words'),
          outcome: asksOutcome ? (lineIn(fields, 'outcome') as LicenceOutcome) : null,
          ...deadlineIn(fields),
        })
      }
    >
      {asksOutcome ? (
        <Field label={t('task.outcome')}>
          <select name="outcome" required defaultValue="" className={fieldLook}>
            <option value="" disabled />
            {licenceOutcomes.map((one) => (
              <option key={one} value={one}>
                {t(`outcome.${one}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      <WordsField label={t(`task.${move}Words`)} hint={t('task.whatHint')} />
      {move === 'return' ? <DeadlineField label={t('task.newDue')} mayKeep /> : null}
    </FormDialog>
  )
}
