import type { Range } from '#domain/post/post.ts'
import type { IncidentFacts } from './incident.ts'
import {
  employerInText,
  namesEmployer,
  namesProject,
  projectInText,
  sameEmployer,
  sameProject,
  tradeOf,
} from './same-name.ts'

/** One thing two stories have in common, with the fact it rests on. */
export type Sign = { name: SignName; points: number; value: string | number }
export type SignName =
  | 'employer'
  | 'project'
  | 'place'
  | 'trade'
  | 'workers'
  | 'amountYuan'
  | 'months'
  | 'nearness'

/** A story: its facts, and the texts it was told in. */
export type Told = IncidentFacts & { bodies: readonly string[] }

/** From so many points on two stories are one event. */
export const enough = 5

/**
 * What two stories share. A name alone is enough, and so are nearly the same words; a place, a kind of work
 * or a figure never is by itself: town 2 + kind of work 1 + headcount 2 is, town 2 + kind of work 1 is not.
 */
export function signsShared(a: Told, b: Told, nearness: number): Sign[] {
  const apart = placesApart(a.placeCode, b.placeCode)
  const signs: (Sign | null)[] = [
    nameSign('employer', a, b, namesEmployer, sameEmployer, employerInText),
    apart ? null : nameSign('project', a, b, namesProject, sameProject, projectInText),
    placeSign(a.placeCode, b.placeCode),
    tradeSign(a.employer, b.employer),
    figureSign('workers', a.workers, b.workers, 1.3, workersPoints),
    figureSign('amountYuan', a.amountYuan, b.amountYuan, 1.1, amountPoints),
    figureSign('months', a.months, b.months, 1, () => 1),
    apart ? null : textSign(nearness),
  ]
  return signs.filter((sign) => sign !== null)
}

export function pointsOf(signs: readonly Sign[]): number {
  return signs.reduce((sum, { points }) => sum + points, 0)
}

/** Both places are known and neither lies in the other. */
export function placesApart(a: string | null, b: string | null): boolean {
  if (!a || !b) return false
  const [x, y] = [stem(a), stem(b)]
  return !x.startsWith(y) && !y.startsWith(x)
}

export function isTown(code: string | null): boolean {
  return code !== null && code.length > 6
}

/** Both name it, or the one names it and the other says the name without being read as naming it. */
function nameSign(
  name: 'employer' | 'project',
  a: Told,
  b: Told,
  names: (name: string) => boolean,
  same: (a: string, b: string) => boolean,
  inText: (name: string) => string | null,
): Sign | null {
  const [x, y] = [properName(a[name], names), properName(b[name], names)]
  if (x && y) return same(x, y) ? { name, points: 6, value: y } : null
  const [said, by] = x ? [x, b] : [y, a]
  const short = said && inText(said)
  return said && short && by.bodies.some((body) => body.includes(short))
    ? { name, points: 6, value: said }
    : null
}

function properName(name: string | null, names: (name: string) => boolean): string | null {
  return name && names(name) ? name : null
}

function placeSign(a: string | null, b: string | null): Sign | null {
  if (!a || !b || placesApart(a, b) || [a, b].some((code) => stem(code).length <= cityStem)) return null
  if (a === b && isTown(a)) return { name: 'place', points: 2, value: 'town' }
  return { name: 'place', points: 1, value: 'county' }
}

/** A kind of work speaks for one event a little, and against it when two kinds are told. */
function tradeSign(a: string | null, b: string | null): Sign | null {
  const [x, y] = [a && tradeOf(a), b && tradeOf(b)]
  if (!x || !y) return null
  return x === y
    ? { name: 'trade', points: 1, value: x }
    : { name: 'trade', points: -5, value: `${x} ≠ ${y}` }
}

/** A figure told twice speaks for one event when both agree, and against it when they do not. */
function figureSign(
  name: 'workers' | 'amountYuan' | 'months',
  told: Range | null,
  known: Range | null,
  factor: number,
  points: (least: number, most: number) => number,
): Sign | null {
  if (!told || !known || told.min <= 0 || known.min <= 0) return null
  const worth = points(Math.min(told.min, known.min), Math.max(told.min, known.min))
  if (agree(told, known, factor)) return { name, points: worth, value: known.min }
  return { name, points: -worth, value: `${told.min} ≠ ${known.min}` }
}

/** A handful of people is a common number. */
function workersPoints(least: number): number {
  return least >= 10 ? 2 : 1
}

/** 65.4万 is seldom said twice by chance, 5万 often. */
function amountPoints(least: number, most: number): number {
  const figures = [least, most].map((yuan) => String(Math.round(yuan)).replace(/0+$/, '').length)
  return Math.max(...figures) >= 2 ? 3 : 2
}

function textSign(nearness: number): Sign | null {
  const points = nearness >= 0.6 ? 5 : nearness >= 0.45 ? 4 : nearness >= 0.34 ? 3 : 0
  return points === 0 ? null : { name: 'nearness', points, value: Math.round(nearness * 100) }
}

/** Two claims about one number: they overlap, or miss each other by no more than the factor. */
function agree(a: Range, b: Range, factor: number): boolean {
  const top = (range: Range) => range.max ?? range.min * 1.5
  return a.min <= top(b) * factor && b.min <= top(a) * factor
}

/** 3304 is the whole city, and says nothing about where. */
const cityStem = 4

/** Statistical codes grow with detail: 330400 the city, 330483 the county, 330483102 the town. */
function stem(code: string): string {
  return code.length === 6 ? code.replace(/00$/, '') : code
}
