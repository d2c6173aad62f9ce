import { hourOfWeek } from '#domain/clock/shanghai.ts'
import {
  expectedBetween,
  expectedInHour,
  hoursOfWeek,
  learntFrom,
  type Rhythm,
  weeklyItems,
} from './rhythm.ts'

export type Silence = {
  since: Date
  /** Items its rhythm would have brought since. */
  expected: number
  /** Of so long a silence by chance. */
  probability: number
}

/** A silence this improbable is told. */
export const alarmBelow = 0.005
/** Posts come in bursts, so long gaps are commoner than a Poisson process has them; found by a negative binomial of this shape. */
const burstShape = 3
/** A source that was quiet as long before, and came back by itself, must be quiet so much longer. */
const beyondWidest = 1.5
/** Rhythms are learnt by the hour, so a shorter gap has no measure. */
const leastGapMs = 2 * 3_600_000
/** Items and hours listened to before a rhythm may raise an alarm: three days, and a source that speaks. */
const leastPosts = 20
const leastHours = 72
/** An hour with less than this part of the average is a quiet one; nobody is woken for silence at night. */
const quietHourShare = 0.25

/**
 * Whether a talkative source has been quiet too long by its own rhythm, listened to all the while. Null where it is
 * not: too little learnt, an hour that is usually quiet, or a silence as it happens, by chance or by its own habit.
 */
export function silenceOf(rhythm: Rhythm, { since, now }: { since: Date; now: Date }): Silence | null {
  const learnt = learntFrom(rhythm)
  if (now.getTime() - since.getTime() < leastGapMs) return null
  if (learnt.posts < leastPosts || learnt.hours < leastHours) return null
  const average = weeklyItems(rhythm) / hoursOfWeek
  if (expectedInHour(rhythm, hourOfWeek(now)) < quietHourShare * average) return null
  const expected = expectedBetween(rhythm, since, now)
  if (expected < beyondWidest * rhythm.widestGap) return null
  const probability = silenceProbability(expected)
  return probability < alarmBelow ? { since, expected, probability } : null
}

/** That nothing comes although so much was expected. */
export function silenceProbability(expected: number): number {
  return (1 + Math.max(0, expected) / burstShape) ** -burstShape
}
