import type { Season } from '#domain/clock/season.ts'
import seed from '#seeds/seasons.json' with { type: 'json' }

/** Windows of joint office; the office enters them each year. */
export const seasons: readonly Season[] = seed.seasons
