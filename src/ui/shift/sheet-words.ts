'use client'

import { useTranslations } from 'use-intl/react'
import type { HandoverSheetView } from '#contracts/roster.ts'
import { usePromiseWords } from '#ui/alert/promise-words.ts'
import { useTaskName } from '#ui/handling/task-words.ts'
import { useMoment } from '#ui/time/use-moment.ts'

/** The parts of a hand-over sheet in words, the same on the screen and on paper. */
export function useSheetWords() {
  const [t, grade] = [useTranslations('shift'), useTranslations('grade.spoken')]
  const [promise, task, moment] = [usePromiseWords(), useTaskName(), useMoment()]
  return {
    incident: ({ number, place, headline, grade: graded }: HandoverSheetView['incidents'][number]) =>
      [number, grade(graded), place, headline].filter(Boolean).join(' '),
    standing: ({ holder, promise: next, leaseEndsAt, dueAt }: HandoverSheetView['incidents'][number]) =>
      holder
        ? [
            t('heldBy', { post: holder.post }),
            next && `${promise.step(next.step)} ${moment(next.at)}`,
            leaseEndsAt && t('until', { at: moment(leaseEndsAt) }),
          ]
            .filter(Boolean)
            .join('，')
        : [t('notAccepted'), dueAt && t('due', { at: moment(dueAt) })].filter(Boolean).join('，'),
    task: ({ number, kind, what }: HandoverSheetView['tasks'][number]) => `${number} ${task({ kind, what })}`,
    due: (at: string) => t('due', { at: moment(at) }),
    call: ({ number, post, headline }: HandoverSheetView['calls'][number]) => `${number} ${post} ${headline}`,
    called: (at: string) => t('calledAt', { at: moment(at) }),
  }
}
