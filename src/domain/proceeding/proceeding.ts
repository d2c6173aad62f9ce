import { ok, type Refusal, refusal } from '#domain/result.ts'

/**
 * 劳动仲裁（绿色通道） · 先予执行 · 调解协议审查确认 · 支付令 · 财产保全 · 强制执行
 * (嘉防欠薪发〔2017〕1号 一(四), 五(二) and annex 3, 法院).
 */
export const proceedingKinds = [
  'arbitration',
  'advance_enforcement',
  'confirmation',
  'payment_order',
  'preservation',
  'enforcement',
] as const
export type ProceedingKind = (typeof proceedingKinds)[number]

export type ProceedingStage = {
  id: string
  /** Calendar days after the stage before within which it should follow; null where no limit was found. */
  withinDays: number | null
}

/**
 * The dated stages of each kind, in order. Limits: 调解仲裁法 art. 29 (5 d to accept) and 43 (45 d to rule);
 * 民事诉讼法 art. 227 (a payment order within 15 d of acceptance); 保全 48 h for urgent ones, taken as 2 d.
 */
export const proceedingStages: Record<ProceedingKind, readonly ProceedingStage[]> = {
  arbitration: [
    { id: 'filed', withinDays: null },
    { id: 'accepted', withinDays: 5 },
    { id: 'heard', withinDays: null },
    { id: 'ruled', withinDays: 45 },
  ],
  advance_enforcement: [
    { id: 'applied', withinDays: null },
    { id: 'ruled', withinDays: null },
    { id: 'sent_to_court', withinDays: null },
    { id: 'paid', withinDays: null },
  ],
  confirmation: [
    { id: 'filed', withinDays: null },
    { id: 'confirmed', withinDays: null },
  ],
  payment_order: [
    { id: 'applied', withinDays: null },
    { id: 'issued', withinDays: 15 },
    { id: 'enforced', withinDays: null },
  ],
  preservation: [
    { id: 'applied', withinDays: null },
    { id: 'granted', withinDays: 2 },
  ],
  enforcement: [
    { id: 'applied', withinDays: null },
    { id: 'concluded', withinDays: null },
  ],
}

/** Stages reached, by id, as days in Asia/Shanghai (2026-11-23). */
export type ProceedingDates = Readonly<Record<string, string>>

type DateRefusal = 'no_such_stage' | 'stage_dated' | 'stage_skipped' | 'stage_order' | 'day_in_the_future'

/** May the stage be dated? Stages come in order, none is skipped, and none lies in the future. */
export function dateStage(
  kind: ProceedingKind,
  dates: ProceedingDates,
  { stage, on, today }: { stage: string; on: string; today: string },
): { ok: true; value: ProceedingDates } | { ok: false; refusal: Refusal<DateRefusal> } {
  const stages = proceedingStages[kind]
  const at = stages.findIndex(({ id }) => id === stage)
  if (at < 0) return refusal('no_such_stage')
  if (dates[stage]) return refusal('stage_dated', { on: dates[stage] })
  if (on > today) return refusal('day_in_the_future')
  const before = stages[at - 1]
  if (before) {
    const earlier = dates[before.id]
    if (!earlier) return refusal('stage_skipped', { stage: before.id })
    if (on < earlier) return refusal('stage_order', { on: earlier })
  }
  return ok({ ...dates, [stage]: on })
}

export type NextStage = { stage: string; dueOn: string | null; overdue: boolean }

/** The stage to come and when it should have come; null when the proceeding is through. */
export function nextStage(kind: ProceedingKind, dates: ProceedingDates, today: string): NextStage | null {
  const stages = proceedingStages[kind]
  const at = stages.findIndex(({ id }) => !dates[id])
  const stage = stages[at]
  if (!stage) return null
  const since = at > 0 ? dates[stages[at - 1]?.id ?? ''] : undefined
  const dueOn = since && stage.withinDays !== null ? addDays(since, stage.withinDays) : null
  return { stage: stage.id, dueOn, overdue: dueOn !== null && dueOn < today }
}

/** Both conditions of 先予执行 must be ticked: the facts are clear, and the worker's life depends on it (调解仲裁法 art. 44). */
export function admitProceeding(
  kind: ProceedingKind,
  conditions: { factsClear: boolean; hardship: boolean },
): { ok: true; value: true } | { ok: false; refusal: Refusal<'conditions_missing'> } {
  if (kind === 'advance_enforcement' && !(conditions.factsClear && conditions.hardship)) {
    return refusal('conditions_missing')
  }
  return ok(true)
}

/** 2026-11-23 and 3 is 2026-11-26. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
