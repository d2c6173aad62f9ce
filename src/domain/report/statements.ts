import type { DailyFigures } from './daily-figures.ts'
import type { UnitDay } from './zero-report.ts'

export const reportSections = ['opened', 'open', 'acceptance', 'money', 'replies', 'units', 'watch'] as const
export type ReportSection = (typeof reportSections)[number]

/** What the key of a part is, so that it can be named. */
export type PartKind = 'grade' | 'agency' | 'sector' | 'sign' | 'channel' | 'reply'
export type Unit = 'count' | 'people' | 'yuan' | 'seconds'

/** One figure with what it is made of; its words are in `reports.figure`. Screen, paper, CSV and command line show these. */
export type Statement = {
  section: ReportSection
  key: string
  /** Null where nothing was measured, which is not zero. */
  value: number | null
  unit: Unit
  parts: { kind: PartKind; key: string; value: number | null }[]
}

/** Every figure of a report, in the order of the paper. */
export function statementsOf(figures: DailyFigures, units: readonly UnitDay[]): Statement[] {
  const { posts, opened, open, accepted, supervised, replies, money, transfers, sources, delivery } = figures
  return [
    say('opened', 'posts', posts.total, { channel: posts.byChannel }),
    say('opened', 'opened', opened.total, { grade: opened.byGrade }),
    say('opened', 'openedByTerritory', opened.total, { agency: opened.byTerritory }),
    say('opened', 'openedByKind', opened.total, { sector: opened.byKind }),
    say('opened', 'openedBySign', null, { sign: opened.bySign }),
    say('open', 'open', open.total, { grade: open.byGrade }),
    say('open', 'inDanger', open.inDanger),
    say('open', 'closed', figures.closed),
    say('open', 'reopened', figures.reopened),
    say('open', 'merged', figures.merged),
    say('open', 'overdueSteps', figures.overdue.steps.total),
    say('open', 'overdueTasks', figures.overdue.tasks.total),
    say('open', 'supervised', supervised.running),
    say('open', 'supervisedLate', supervised.late),
    say('open', 'supervisedOpened', supervised.opened),
    say('open', 'struckOff', supervised.struckOff),
    say('acceptance', 'accepted', accepted.total, {
      agency: accepted.byAgency.map((one) => ({ key: one.agency, count: one.accepted })),
    }),
    say(
      'acceptance',
      'median',
      accepted.medianSeconds,
      { agency: accepted.byAgency.map((one) => ({ key: one.agency, count: one.medianSeconds })) },
      'seconds',
    ),
    say('acceptance', 'unaccepted', figures.unaccepted, {
      agency: accepted.byAgency.map((one) => ({ key: one.agency, count: one.missing })),
    }),
    say('acceptance', 'longest', figures.longest?.seconds ?? null, {}, 'seconds'),
    say('money', 'paidInPeriod', money.paidInPeriodYuan, {}, 'yuan'),
    say('money', 'workersPaidInPeriod', money.workersPaidInPeriod, {}, 'people'),
    say('money', 'owed', money.owedYuan, {}, 'yuan'),
    say('money', 'workersOwed', money.workersOwed, {}, 'people'),
    say('money', 'paid', money.paidYuan, {}, 'yuan'),
    say('money', 'workersPaid', money.workersPaid, {}, 'people'),
    say('money', 'left', money.leftYuan, {}, 'yuan'),
    say('money', 'unknown', money.unknown),
    say('money', 'transfersStarted', transfers.started),
    say('money', 'transfersHandedOver', transfers.handedOver),
    say('money', 'transfersReplied', transfers.replied),
    say('money', 'transfersRunning', transfers.running),
    say('money', 'transfersOverdue', transfers.overdue),
    say('replies', 'replies', replies.total, { reply: replies.byKind }),
    say('replies', 'repliesOwed', replies.owed),
    ...unitStatements(units),
    say('watch', 'sources', sources.total),
    say('watch', 'silent', sources.silent.length),
    say('watch', 'unreachable', delivery.unreachable),
    say('watch', 'undelivered', delivery.undelivered),
  ]
}

function unitStatements(units: readonly UnitDay[]): Statement[] {
  if (units.length === 0) return []
  const those = (state: UnitDay['state']) =>
    units.filter((one) => one.state === state).map(({ agency }) => ({ key: agency, count: 1 }))
  return (['zero', 'reported', 'missing'] as const).map((state) =>
    say('units', state, those(state).length, { agency: those(state) }),
  )
}

type Parts = Partial<Record<PartKind, readonly { key: string; count: number | null }[]>>

function say(
  section: ReportSection,
  key: string,
  value: number | null,
  parts: Parts = {},
  unit: Unit = 'count',
): Statement {
  const flat = Object.entries(parts).flatMap(([kind, counts]) =>
    counts.map((one) => ({ kind: kind as PartKind, key: one.key, value: one.count })),
  )
  return { section, key, value, unit, parts: flat }
}
