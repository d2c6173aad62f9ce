import { shanghaiDay } from '#domain/clock/shanghai.ts'
import type { ReplyKind } from '#domain/reply/reply.ts'
import type { Verification } from '#domain/verification/verification.ts'
import { translatorFor } from '#i18n/translator.ts'

/** What a text for the public is made of; nothing in it is a claim. */
export type ReplyGrounds = {
  kind: ReplyKind
  /** 桐乡市濮院镇 */
  place: string
  noticedAt: Date
  verification: Verification | null
  settled: 'paid' | 'plan' | null
  /** Who verified, by unit. */
  unit: string
  now: Date
  addition: string | null
  withGuidance: boolean
}

/** 首次回应, 情况说明, 澄清公告 or 结果通报 from verified fields only; in Chinese, as it goes before the public. */
export function replyText(grounds: ReplyGrounds): { title: string; body: string } {
  const { kind, place, verification, addition, withGuidance, now } = grounds
  const t = translatorFor('zh')
  const noticed = t('reply.text.noticed', { day: dayWords(grounds.noticedAt), place })
  const facts = verification && kind !== 'holding' ? factLines(grounds, verification) : []
  const lines = [
    noticed,
    ...(kind === 'holding' ? [t('reply.text.holding')] : facts),
    addition ?? '',
    withGuidance && kind !== 'holding' ? t('reply.text.guidance') : '',
    t('reply.text.signed', { day: dayWords(now) }),
  ]
  return { title: t(`reply.text.title.${kind}`, { place }), body: lines.filter(Boolean).join('\n') }
}

function factLines(grounds: ReplyGrounds, verification: Verification): string[] {
  const t = translatorFor('zh')
  const { outcome, course, comparisons, causes, nextStep, at } = verification
  const untrue = outcome === 'untrue'
  return [
    t('reply.text.course', { day: dayWords(at), unit: grounds.unit, course: sentence(course) }),
    untrue ? t('reply.text.untrue') : t('reply.text.found', { outcome, ...figures(verification) }),
    ...(causes.length > 0 && !untrue
      ? [t('reply.text.causes', { causes: causes.map((one) => t(`verification.cause.${one}`)).join('、') })]
      : []),
    ...comparisons.map(({ claimed, found, basis }) => t('reply.text.comparison', { claimed, found, basis })),
    ...(grounds.kind === 'final' && grounds.settled ? [t(`reply.text.settled.${grounds.settled}`)] : []),
    ...(nextStep && grounds.kind === 'facts' ? [t('reply.text.next', { next: sentence(nextStep) })] : []),
    ...(untrue ? [t('reply.text.reminder')] : []),
  ]
}

/** Unknown stays 待核实, never blank or guessed. */
function figures({ employer, workers, owedYuan, paidYuan, at }: Verification) {
  const t = translatorFor('zh')
  const open = t('reply.text.open')
  const money = (yuan: number | null) => (yuan === null ? open : `${yuan.toLocaleString('zh-CN')} 元`)
  return {
    day: dayWords(at),
    employer: employer ?? t('reply.text.employer'),
    workers: workers === null ? open : `${workers} 名`,
    owed: money(owedYuan),
    paid: money(paidYuan ?? 0),
    left: owedYuan === null ? open : money(Math.max(0, owedYuan - (paidYuan ?? 0))),
  }
}

/** 2026年11月23日 */
function dayWords(at: Date): string {
  const [year, month, day] = shanghaiDay(at).split('-').map(Number)
  return `${year}年${month}月${day}日`
}

function sentence(text: string): string {
  return /[。！？；]$/u.test(text) ? text : `${text}。`
}
