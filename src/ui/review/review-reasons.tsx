'use client'

import clsx from 'clsx'
import { useFormatter, useMessages, useTranslations } from 'use-intl/react'
import type { ReviewItem, ReviewQueue } from '#contracts/review.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { useGradeWords } from '#ui/incident/grade-words.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { shanghai } from '#ui/time/shanghai.ts'
import { signed } from './review-sentence.tsx'

const rowsShown = 7

/** Why it waits: what each word counts, and how sure the model is beside the two thresholds. */
export function WhyPanel({ item, limits }: { item: ReviewItem; limits: ReviewQueue['limits'] }) {
  const t = useTranslations('review')
  const label = useTranslations('rule.label')
  const rules = useMessages().rule.flag as Record<string, string>
  const { reasons, score, probability } = item
  return (
    <Panel
      caption={t('why', { label: label(item.label) })}
      aside={
        <span className="text-desk-head text-t3">
          {probability === null
            ? ''
            : t('modelSays', {
                percent: Math.round(probability * 100),
                limit: Math.round(limits.flagged * 100),
              })}
        </span>
      }
    >
      {probability === null ? null : <Gauge probability={probability} limits={limits} />}
      <table className="mt-2 w-full text-desk-body">
        <tbody>
          {reasons.slice(0, rowsShown).map(({ rule, words, weight }) => (
            <tr key={`${rule} ${words}`} className="border-t border-line">
              <th scope="row" className="py-1 pr-2 text-left font-normal">
                <span className="line-clamp-1">{words || rules[rule] || rule}</span>
              </th>
              <td className="unbroken py-1 pr-2 text-desk-meta text-t3">
                {words ? (rules[rule] ?? rule) : ''}
              </td>
              <td className={clsx('py-1 text-right font-semibold', weight > 0 ? 'text-accent' : 'text-t2')}>
                {weight === 0 ? '' : signed(weight)}
              </td>
            </tr>
          ))}
          <tr className="border-t border-line2">
            <th scope="row" colSpan={2} className="py-1 text-left font-semibold">
              {t('sum')}
              <span className="ml-3 text-desk-meta font-normal text-t3">
                {t('scoreFrom', { score: limits.score })}
              </span>
            </th>
            <td className="py-1 text-right text-[1rem] font-bold">{Math.round(score * 10) / 10}</td>
          </tr>
        </tbody>
      </table>
    </Panel>
  )
}

/** The band in which a person looks, with this post on it; equal thirds, since most posts stand at an end. */
function Gauge({ probability, limits }: { probability: number; limits: ReviewQueue['limits'] }) {
  const t = useTranslations('review')
  const { doubtful, flagged } = limits
  const third = 100 / 3
  const within = (from: number, to: number) => (to > from ? (probability - from) / (to - from) : 0)
  const at =
    probability < doubtful
      ? within(0, doubtful) * third
      : probability < flagged
        ? third + within(doubtful, flagged) * third
        : 2 * third + within(flagged, 1) * third
  return (
    <div className="mt-3">
      <div className="relative grid h-2 grid-cols-3 bg-s3">
        <span className="col-start-2 bg-line2" />
        <span className="absolute -inset-y-1 w-[3px] bg-t1" style={{ left: `calc(${at}% - 1px)` }} />
      </div>
      <div className="mt-1 grid grid-cols-3 text-center text-desk-meta text-t2">
        <span>{t('band.none')}</span>
        <span>{t('band.review')}</span>
        <span>{t('band.alert')}</span>
      </div>
    </div>
  )
}

/** What will happen after Y, told before it is pressed. */
export function AfterPanel({ item, agencies }: { item: ReviewItem; agencies: AgencyView[] }) {
  const t = useTranslations('review')
  const words = useGradeWords()
  const level = useTranslations('grade.level')
  const { grade, gradeReason, route, acceptSeconds, joins } = item.foresight
  const names = route.map((key) => agencyName(agencies, key)).join(t('and'))
  const lines = [
    words.rule({ gradeReason }),
    ...words.modifiers({ gradeReason }),
    t('sendTo', { names }),
    grade === 'watch' ? t('onSheet') : t('acceptWithin', { minutes: Math.round(acceptSeconds / 60) }),
    item.facts.place ? t('placed', { place: item.facts.place.name }) : t('unplaced'),
  ]
  return (
    <Panel caption={t('afterYes')} note={t('afterYesNote')}>
      <p className="mt-2 flex items-center gap-3 text-desk-body">
        <GradeBadge grade={grade} size={24} />
        <span>
          {joins
            ? t('joins', { number: joins.number, headline: joins.headline })
            : t('proposes', { grade: level(grade) })}
        </span>
      </p>
      <ul className="mt-2 grid gap-2 text-desk-body text-t2">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Panel>
  )
}

/** What was said of texts like it in the last thirty days. */
export function AlikePanel({ item: { alike } }: { item: ReviewItem }) {
  const t = useTranslations('review')
  const format = useFormatter()
  return (
    <Panel caption={t('alike')} note={t('alikeNote', { count: alike.length })} className="lg:flex-1">
      {alike.length === 0 ? <p className="mt-2 text-desk-body text-t3">{t('noneAlike')}</p> : null}
      <ul className="mt-1">
        {alike.map(({ body, verdict, judgedAt }) => {
          const { month, day } = shanghai(judgedAt)
          return (
            <li key={body} className="border-t border-line py-2">
              <p className="line-clamp-2 text-desk-body">{body}</p>
              <p className="text-desk-meta text-t3">
                {t('judgedAs', {
                  month: format.number(month),
                  day: format.number(day),
                  verdict: t(`verdict.${verdict}`),
                })}
              </p>
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}
