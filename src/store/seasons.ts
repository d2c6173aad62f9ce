import type { Season } from '#domain/clock/season.ts'
import seed from '#seeds/seasons.json' with { type: 'json' }

/** The windows of joint office the product comes with. */
export const seedSeasons = seed.seasons as Season[]
