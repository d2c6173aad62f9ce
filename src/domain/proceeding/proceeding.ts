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

/** A day counted from another stage: `days` calendar days after it. */
type DaysAfter = { stage: string; days: number }

export type ProceedingStage = {
  id: string
  /** Until when it should follow; `more` days where the stage `ifDated` has been dated. */
  within?: DaysAfter & { more?: { days: number; ifDated: string } }
  /** Is set for a day to come, and may be set anew until the next stage. */
  ahead?: true
  /** May be dated on the last of these days at the latest, or only once they are over. */
  latest?: DaysAfter
  notBefore?: DaysAfter
  /** Not on the way of every proceeding: possible after one stage and before another; may end it all. */
  aside?: { after: string; before: string; ends?: true }
}

/** Days in which the debtor may object to a payment order, from its service (民事诉讼法 art. 227). */
const objection = { stage: 'served', days: 15 }

/**
 * The dated stages of each kind, in order. Limits: 调解仲裁法 art. 29 (5 d to accept) and 43 (45 d to rule, counted
 * from acceptance, 15 more where it was extended); 民事诉讼法 arts. 225–228 (a payment order: 5 d to accept, 15 d from
 * acceptance to issue it; an objection in time ends it); 保全 48 h for urgent ones, taken as 2 d.
 */
export const proceedingStages: Record<ProceedingKind, readonly ProceedingStage[]> = {
  arbitration: [
    { id: 'filed' },
    { id: 'accepted', within: { stage: 'filed', days: 5 } },
    { id: 'hearing', ahead: true },
    { id: 'heard', within: { stage: 'hearing', days: 0 } },
    { id: 'extended', aside: { after: 'accepted', before: 'ruled' } },
    { id: 'ruled', within: { stage: 'accepted', days: 45, more: { days: 15, ifDated: 'extended' } } },
  ],
  advance_enforcement: [{ id: 'applied' }, { id: 'ruled' }, { id: 'sent_to_court' }, { id: 'paid' }],
  confirmation: [{ id: 'filed' }, { id: 'confirmed' }],
  payment_order: [
    { id: 'applied' },
    { id: 'accepted', within: { stage: 'applied', days: 5 } },
    { id: 'issued', within: { stage: 'accepted', days: 15 } },
    { id: 'served' },
    { id: 'objected', latest: objection, aside: { after: 'served', before: 'effective', ends: true } },
    { id: 'effective', notBefore: objection, within: { stage: 'served', days: objection.days + 1 } },
    { id: 'enforced' },
  ],
  preservation: [{ id: 'applied' }, { id: 'granted', within: { stage: 'applied', days: 2 } }],
  enforcement: [{ id: 'applied' }, { id: 'concluded' }],
}

/** Stages reached or set, by id, as days in Asia/Shanghai (2026-11-23). */
export type ProceedingDates = Readonly<Record<string, string>>

type DateRefusal =
  | 'no_such_stage'
  | 'stage_dated'
  | 'stage_skipped'
  | 'stage_passed'
  | 'stage_order'
  | 'day_in_the_future'
  | 'objection_runs'
  | 'objection_over'

type Dated = { ok: true; value: ProceedingDates } | { ok: false; refusal: Refusal<DateRefusal> }

/** May the stage be dated? Stages come in order and none is skipped; only a hearing is set for a day to come. */
export function dateStage(
  kind: ProceedingKind,
  dates: ProceedingDates,
  { stage: id, on, today }: { stage: string; on: string; today: string },
): Dated {
  const stage = proceedingStages[kind].find((one) => one.id === id)
  if (!stage) return refusal('no_such_stage')
  if (on > today && !stage.ahead) return refusal('day_in_the_future')
  const place = placeOf(kind, dates, stage)
  if (!place.ok) return place
  const earlier = place.value
  if (earlier && on < earlier) return refusal('stage_order', { on: earlier })
  const latest = dayAfter(dates, stage.latest)
  if (latest && on > latest) return refusal('objection_over', { on: latest })
  const runs = dayAfter(dates, stage.notBefore)
  if (runs && on <= runs) return refusal('objection_runs', { on: runs })
  return ok({ ...dates, [id]: on })
}

/** The day no stage dated now may precede, or why it is not this one's turn. */
function placeOf(
  kind: ProceedingKind,
  dates: ProceedingDates,
  stage: ProceedingStage,
): { ok: true; value: string | null } | { ok: false; refusal: Refusal<DateRefusal> } {
  if (mayStandAside(kind, dates, stage)) return ok(dates[stage.aside?.after ?? ''] ?? null)
  const { aside } = stage
  const way = wayOf(kind)
  const reached = reachedOn(way, dates)
  const at = way.indexOf(stage)
  const said = dates[stage.id]
  if (said && !(stage.ahead && at === reached)) return refusal('stage_dated', { on: said })
  if (aside && !said && !dates[aside.after]) return refusal('stage_skipped', { stage: aside.after })
  if ((at <= reached && !said) || endedBy(kind, dates)) return refusal('stage_passed')
  const missing = way[reached + 1]
  if (at > reached + 1 && missing) return refusal('stage_skipped', { stage: missing.id })
  return ok(dates[way[at - 1]?.id ?? ''] ?? null)
}

export type NextStage = {
  stage: string
  /** The stage whose limit is the first to run out, and the last day of it; null where none runs. */
  due: string | null
  dueOn: string | null
  overdue: boolean
}

/** The stage to come, and what should have come by when; null when the proceeding is through. */
export function nextStage(kind: ProceedingKind, dates: ProceedingDates, today: string): NextStage | null {
  const next = openStages(kind, dates)[0]
  if (!next) return null
  const { due, dueOn } = runningLimits(kind, dates)[0] ?? { due: null, dueOn: null }
  return { stage: next.id, due, dueOn, overdue: dueOn !== null && dueOn < today }
}

/** Stages to come with the last day of their limits, the soonest first. */
export function runningLimits(
  kind: ProceedingKind,
  dates: ProceedingDates,
): { due: string; dueOn: string }[] {
  const limits = openStages(kind, dates).flatMap((stage) => {
    const dueOn = limitOf(stage, dates)
    return dueOn ? [{ due: stage.id, dueOn }] : []
  })
  return limits.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn))
}

function openStages(kind: ProceedingKind, dates: ProceedingDates): ProceedingStage[] {
  const way = wayOf(kind)
  return endedBy(kind, dates) ? [] : way.slice(reachedOn(way, dates) + 1)
}

/** What may be dated beside the next stage: an extension, an objection, a hearing set anew. */
export function asideStages(kind: ProceedingKind, dates: ProceedingDates): string[] {
  const way = wayOf(kind)
  const last = way[reachedOn(way, dates)]
  const beside = proceedingStages[kind].filter((stage) => mayStandAside(kind, dates, stage))
  return [...(last?.ahead ? [last.id] : []), ...beside.map(({ id }) => id)]
}

/** The stage at which a proceeding ended before its way was through: a payment order that was objected to has lapsed. */
export function endedBy(kind: ProceedingKind, dates: ProceedingDates): string | null {
  return proceedingStages[kind].find(({ id, aside }) => aside?.ends && dates[id])?.id ?? null
}

/** The stages every proceeding of the kind goes through. */
function wayOf(kind: ProceedingKind): ProceedingStage[] {
  return proceedingStages[kind].filter(({ aside }) => !aside)
}

/** Index of the last stage dated; -1 before the first. */
function reachedOn(way: readonly ProceedingStage[], dates: ProceedingDates): number {
  return way.findLastIndex(({ id }) => dates[id] !== undefined)
}

function mayStandAside(
  kind: ProceedingKind,
  dates: ProceedingDates,
  { id, aside }: ProceedingStage,
): boolean {
  if (!aside || dates[id] || endedBy(kind, dates)) return false
  const way = wayOf(kind)
  const reached = reachedOn(way, dates)
  const at = (stage: string) => way.findIndex((one) => one.id === stage)
  return at(aside.after) <= reached && reached < at(aside.before)
}

function limitOf({ within }: ProceedingStage, dates: ProceedingDates): string | null {
  const day = dayAfter(dates, within)
  const more = within?.more
  return day && more && dates[more.ifDated] ? addDays(day, more.days) : day
}

function dayAfter(dates: ProceedingDates, after: DaysAfter | undefined): string | null {
  const since = after && dates[after.stage]
  return since ? addDays(since, after.days) : null
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
