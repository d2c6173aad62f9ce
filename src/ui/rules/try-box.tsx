'use client'

import clsx from 'clsx'
import { useEffect, useState } from 'react'
import { useMessages, useTranslations } from 'use-intl/react'
import { tryRules } from '#actions/rules.ts'
import type { TriedReading, TriedRules } from '#contracts/rules.ts'
import type { Refusal, Result } from '#domain/result.ts'
import type { RuleEdition } from '#domain/review/rule-edition.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { shownSpans } from '#ui/incident/shown-spans.ts'
import { EvidenceText } from '#ui/primitives/evidence-text.tsx'
import { signed } from '#ui/review/review-sentence.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'

/** Typed or changed no more for so long: it is tried. */
const restMs = 350

/** A text as the rules in force read it and as the edition would; it is masked at once and kept nowhere. */
export function TryBox({ edition }: { edition: RuleEdition }) {
  const t = useTranslations('rules')
  const [text, setText] = useState('')
  const tried = useTried(edition, text)
  return (
    <Panel caption={t('try')} note={t('tryNote')}>
      <textarea
        aria-label={t('try')}
        value={text}
        maxLength={20_000}
        rows={3}
        placeholder={t('tryHint')}
        onChange={(event) => setText(event.target.value)}
        className="mt-2 w-full rounded-control border border-line2 bg-s1 px-3 py-2 text-desk-evidence text-t1 placeholder:text-t3"
      />
      {tried?.ok ? <Compared {...tried.value} /> : null}
      {tried && !tried.ok ? <RefusedLine refusal={tried.refusal} /> : null}
    </Panel>
  )
}

function useTried(edition: RuleEdition, text: string): Result<TriedRules> | null {
  const [tried, setTried] = useState<Result<TriedRules> | null>(null)
  const asked = JSON.stringify(edition)
  useEffect(() => {
    if (text.trim() === '') return setTried(null)
    let left = false
    const timer = setTimeout(async () => {
      const answer = await tryRules({ edition: JSON.parse(asked), text }).catch(() => null)
      if (!left && answer) setTried(answer)
    }, restMs)
    return () => {
      left = true
      clearTimeout(timer)
    }
  }, [asked, text])
  return tried
}

/** A refusal where it arose, so that nobody is left guessing. */
export function RefusedLine({ refusal }: { refusal: Refusal }) {
  const refusalText = useRefusalText()
  return (
    <p
      role="alert"
      className="mt-2 rounded-control border border-line2 bg-s3 px-3 py-2 text-desk-body font-medium"
    >
      {refusalText(refusal)}
    </p>
  )
}

function Compared({ body, before, after }: TriedRules) {
  const t = useTranslations('rules')
  const same = before.label === after.label && before.score === after.score
  return (
    <div className="mt-2 grid gap-3 md:grid-cols-2">
      <Reading caption={t('before')} body={body} reading={before} />
      <Reading caption={t(same ? 'afterSame' : 'after')} body={body} reading={after} lit={!same} />
    </div>
  )
}

function Reading({
  caption,
  body,
  reading,
  lit = false,
}: {
  caption: string
  body: string
  reading: TriedReading
  lit?: boolean
}) {
  const t = useTranslations('rules')
  const label = useTranslations('rule.label') as (key: string) => string
  const field = useTranslations('incident.field')
  const rules = useMessages().rule.flag as Record<string, string>
  const { flagged, probability, score, reasons, spans } = reading
  return (
    <section className={clsx('min-w-0 border-t-2 pt-2', lit ? 'border-accent' : 'border-line2')}>
      <h3 className="flex items-baseline gap-3 text-desk-body">
        <span className="text-t2">{caption}</span>
        <strong className="font-semibold">{label(reading.label)}</strong>
        <span className="ml-auto text-t3">{t(flagged ? 'alerts' : 'quiet')}</span>
      </h3>
      <p className="text-desk-meta text-t2">
        {t('scored', { score: Math.round(score * 10) / 10 })}
        {probability === null ? '' : t('likely', { percent: Math.round(probability * 100) })}
      </p>
      <EvidenceText
        body={body.length > 400 ? `${body.slice(0, 400)}…` : body}
        spans={shownSpans(spans)}
        fieldName={(name) => field(name)}
        surface="desk"
      />
      <ul className="mt-2 text-desk-meta text-t2">
        {reasons.map(({ rule, words, weight }) => (
          <li key={`${rule} ${words}`} className="flex gap-2 border-t border-line py-[2px]">
            <span className="min-w-0 flex-1 truncate">{words}</span>
            <span>{rules[rule] ?? rule}</span>
            <span className="w-8 text-right font-semibold">{weight === 0 ? '' : signed(weight)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
