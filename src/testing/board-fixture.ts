import type { AlertView, BoardView, IncidentView, PlaceView } from '#contracts/views.ts'
import agencySeed from '#seeds/agencies.json' with { type: 'json' }
import gazetteer from '#seeds/gazetteer.json' with { type: 'json' }
import { type BoardRow, boardRows } from './board-rows.ts'

/** 2026-11-23 14:05:32 in Jiaxing: the moment of the reference pictures. */
export const boardAt = Date.parse('2026-11-23T06:05:32Z')

/** A board of one ordinary day, made of invented incidents: 14 open, one Ⅱ not accepted by 宣传部. */
export function boardFixture(): BoardView {
  return {
    lastEventId: 412,
    at: iso(0),
    realm: 'real',
    season: { key: 'winter', day: 23, lift: 1 },
    incidents: boardRows.map(incident),
    agencies: agencySeed.agencies
      .filter((agency) => agency.kind === 'first_line' || agency.kind === 'territory')
      .map(({ key, name, short, letter, kind, firstLine }) => ({
        key,
        name,
        short,
        letter,
        kind: kind === 'first_line' ? 'first_line' : 'territory',
        firstLine,
      })),
    pulse: pulseFixture(),
  }
}

/** An unaccepted Ⅰ that arrived nineteen seconds ago, for the takeover. */
export function graveIncident(): IncidentView {
  const made = incident(
    {
      place: '长安镇',
      what: '有人爬上塔吊，疑因欠薪',
      grade: 'I',
      people: null,
      yuan: null,
      step: 'on_site',
      due: 1781,
    },
    14,
  )
  const raisedAt = iso(-19)
  return {
    ...made,
    project: '某花苑三期工地',
    danger: ['爬塔吊'],
    openedAt: raisedAt,
    alerts: made.alerts.map((alert) => ({
      ...alert,
      state: 'unaccepted' as const,
      raisedAt,
      dueAt: iso(281),
      nextStepAt: iso(281),
      limitSeconds: 300,
      acceptedAt: null,
      acceptedBy: null,
    })),
  }
}

function incident(row: BoardRow, index: number): IncidentView {
  const id = `incident-${index + 1}`
  const foundAt = iso(index === 0 ? -408 : -3600 - index * 600)
  return {
    id,
    number: `1123-${String(index + 1).padStart(2, '0')}`,
    headline: row.what,
    place: row.place ? place(row.place) : null,
    employer: null,
    project: null,
    workers: row.people ? { min: row.people[0], max: row.people[1] } : null,
    amountYuan: row.yuan === null ? null : { min: row.yuan, max: row.yuan },
    months: null,
    danger: [],
    collective: [],
    flight: [],
    grade: row.grade,
    gradeReason: { base: row.grade, rule: 'fixture', facts: {}, modifiers: [] },
    state: 'open',
    postCount: row.sources?.length ?? 1,
    sources: row.sources ?? ['12345'],
    online: (row.sources?.length ?? 0) > 1,
    firstSeenAt: foundAt,
    openedAt: foundAt,
    lastPostAt: foundAt,
    alerts: ['zfw', 'xcb', 'rsj'].map((agency) => alert(id, agency, row)),
    steps: [
      { step: row.step, dueAt: iso(row.due), doneAt: null, doneBy: null, note: null },
      ...(index === 0
        ? [{ step: 'first_response' as const, dueAt: iso(3192), doneAt: null, doneBy: null, note: null }]
        : []),
    ],
    version: 1,
  }
}

function alert(incidentId: string, agency: string, row: BoardRow): AlertView {
  const owes = row.owes === agency
  return {
    id: `${incidentId}-${agency}`,
    incidentId,
    agency,
    state: owes ? 'unaccepted' : 'accepted',
    raisedAt: iso(-408),
    dueAt: iso(192),
    nextStepAt: owes ? iso(192) : null,
    limitSeconds: 600,
    rung: row.rung ?? 0,
    acceptedAt: owes ? null : iso(-342),
    acceptedBy: owes ? null : { post: '值班员', agency },
    version: 1,
  }
}

function place(name: string): PlaceView {
  const unit = gazetteer.units.find(
    (one) => one.name === name || (one.level === 'zone' && one.short === name),
  )
  if (!unit) throw new Error(`no place ${name}`)
  const county = gazetteer.units.find((one) => one.code === unit.parent && one.level === 'county')
  return {
    code: unit.code,
    name: unit.level === 'zone' ? unit.short : unit.name,
    level: unit.level as PlaceView['level'],
    county: county?.name ?? null,
    territory: null,
    lat: unit.lat,
    lng: unit.lng,
  }
}

function pulseFixture(): BoardView['pulse'] {
  const names = ['本地论坛', '12345', '12333', '110', '网格甲', '网格乙', '工会', '信访', '本地网', '问政']
  return {
    at: iso(-3),
    realm: 'real',
    sources: Array.from({ length: 18 }, (_, index) => {
      const silent = index === 11
      return {
        id: `source-${index}`,
        name: silent ? '海盐网格' : (names[index] ?? `来源 ${index + 1}`),
        state: silent ? ('silent' as const) : ('alive' as const),
        lastSuccessAt: iso(silent ? -26 * 60 : -20),
        quietSince: null,
      }
    }),
    openedByHour: [0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 0, 2, 1, 1, 1].map(
      (count, index) => ({
        hour: new Date(Date.parse('2026-11-22T07:00:00Z') + index * 3_600_000).toISOString(),
        count,
      }),
    ),
    checks: {
      postgres: true,
      redis: true,
      workers: true,
      scheduler: true,
      notifier: true,
      auditor: true,
      log: true,
    },
    audit: { at: iso(-12), open: 0 },
  }
}

function iso(seconds: number): string {
  return new Date(boardAt + seconds * 1000).toISOString()
}
