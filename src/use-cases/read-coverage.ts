import type { CoverageView, PlaceHearing } from '#contracts/coverage.ts'
import { may } from '#domain/permission.ts'
import type { PlaceUnit } from '#domain/place/gazetteer.ts'
import { ok, type Result } from '#domain/result.ts'
import { beforeDays, blindSpotOf, latelyDays, type Mentions } from '#domain/source/blind-spot.ts'
import { learntFrom, weeklyItems } from '#domain/source/rhythm.ts'
import { lagsSince, placeMentions } from '#store/coverage.ts'
import { readingTables } from '#store/reading-tables.ts'
import { listRhythms, sharesSince } from '#store/source-hours.ts'
import { sourceViewOf } from '#store/source-view.ts'
import { listSources } from '#store/sources.ts'
import type { Context } from './context.ts'

const dayMs = 24 * 3_600_000
const sourceDays = 7
/** A rhythm of less than a day says nothing of a week. */
const leastHours = 24

/** What each source brings and how late, and which parts of the city nobody tells us of. */
export async function readCoverage(context: Context): Promise<Result<CoverageView>> {
  const allowed = may(context.actor, 'see_sources')
  if (!allowed.ok) return allowed
  const { db, now } = context
  const ago = (days: number) => new Date(now.getTime() - days * dayMs)
  const [rows, shares, lags, rhythms, mentions] = await Promise.all([
    listSources(db),
    sharesSince(db, ago(sourceDays)),
    lagsSince(db, ago(sourceDays)),
    listRhythms(db),
    placeMentions(db, { lately: ago(latelyDays), before: ago(latelyDays + beforeDays) }),
  ])
  const sources = rows.map((row) => {
    const rhythm = rhythms.get(row.id)
    const known = rhythm !== undefined && learntFrom(rhythm).hours >= leastHours
    return {
      id: row.id,
      name: row.name,
      state: sourceViewOf(row, now).state,
      ...(shares.get(row.id) ?? { seen: 0, flagged: 0 }),
      lag: lags.get(row.id) ?? null,
      weekly: known ? weeklyItems(rhythm) : null,
    }
  })
  return ok({ at: now.toISOString(), days: latelyDays, sources, territories: territoriesOf(mentions) })
}

function territoriesOf(mentions: ReadonlyMap<string, Mentions>): CoverageView['territories'] {
  const units = [...readingTables().gazetteer.unitOf.values()]
  const ofCode = (code: string) => mentions.get(code) ?? { lately: 0, before: 0, lastAt: null }
  return units
    .filter(({ level }) => level === 'county' || level === 'zone')
    .map((unit) => {
      const towns = units.filter((town) => town.level === 'town' && town.parent === unit.code)
      const within = [unit.code, ...towns.map(({ code }) => code), ...(unit.members ?? [])]
      return {
        ...heard(unit, together(within.map(ofCode))),
        towns: towns.map((town) => heard(town, ofCode(town.code))),
      }
    })
}

function heard(unit: PlaceUnit, mentions: Mentions): PlaceHearing {
  const { hearing, expected } = blindSpotOf(mentions)
  return {
    code: unit.code,
    name: unit.level === 'zone' ? unit.short : unit.name,
    hearing,
    lately: mentions.lately,
    expected,
    lastAt: mentions.lastAt?.toISOString() ?? null,
  }
}

function together(all: Mentions[]): Mentions {
  const lastAts = all.flatMap(({ lastAt }) => (lastAt ? [lastAt.getTime()] : []))
  return {
    lately: all.reduce((sum, one) => sum + one.lately, 0),
    before: all.reduce((sum, one) => sum + one.before, 0),
    lastAt: lastAts.length > 0 ? new Date(Math.max(...lastAts)) : null,
  }
}
