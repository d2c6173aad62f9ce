'use client'

import { useTranslations } from 'use-intl/react'
import { stateFact } from '#actions/grading.ts'
import type { AssessmentView } from '#contracts/grading.ts'
import { notsStir } from '#domain/grading/stated-facts.ts'
import { useAct } from '#ui/handling/use-act.ts'
import { dayAndTime } from '#ui/rules/versions.tsx'

/** Facts officers stated, each with who and when; what was wrong is taken back. */
export function StatedFactList({
  incidentId,
  assessment,
  mayState,
}: {
  incidentId: string
  assessment: AssessmentView | null
  mayState: boolean
}) {
  const t = useTranslations('grading')
  const name = useTranslations('rule.fact')
  const { busy, answer, act } = useAct()
  if (!assessment || assessment.stated.length === 0) return null
  return (
    <>
      <ul className="mt-2 text-desk-body max-md:text-phone-body">
        {assessment.stated.map(({ fact, value, by, at }) => (
          <li key={fact} className="flex flex-wrap items-baseline gap-x-3 border-t border-line py-1">
            <span className="font-medium">
              {name(fact)} {typeof value === 'number' ? value.toLocaleString('en-US') : null}
            </span>
            <span className="min-w-0 flex-1 truncate text-desk-meta text-t3">
              {t('statedBy', { who: by.post, time: dayAndTime(at) })}
            </span>
            {mayState && fact !== notsStir ? (
              <button
                type="button"
                disabled={busy !== null}
                className="text-accent underline underline-offset-4 max-md:min-h-12"
                onClick={() => void act(fact, () => stateFact({ incidentId, fact, value: null }))}
              >
                {t('takeBack')}
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {answer ? (
        <p role="alert" className="text-desk-body font-semibold">
          {answer}
        </p>
      ) : null}
    </>
  )
}
