import { translatorFor } from '#i18n/translator.ts'
import { titleOf } from './cap.ts'
import { type PublicFact, xml } from './public-fact.ts'

type House = { origin: string; drill: boolean; token: string; now: Date }

/** An Atom feed of open incidents: GeoRSS points for maps, and a link to each CAP message. */
export function alertFeed(facts: PublicFact[], { origin, drill, token, now }: House): string {
  const name = translatorFor('zh')(drill ? 'paging.feed.titleDrill' : 'paging.feed.title')
  const self = `${origin}/api/georss?token=${encodeURIComponent(token)}`
  const newest = Math.max(0, ...facts.map(({ changedAt }) => changedAt.getTime()))
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xmlns:georss="http://www.georss.org/georss">',
    `<id>${xml(`${origin}/api/georss`)}</id>`,
    `<title>${xml(name)}</title>`,
    `<updated>${(facts.length > 0 ? new Date(newest) : now).toISOString()}</updated>`,
    `<link rel="self" href="${xml(self)}"/>`,
    ...facts.map((fact) => entryOf(fact, origin, token)),
    '</feed>',
    '',
  ].join('\n')
}

function entryOf(fact: PublicFact, origin: string, token: string): string {
  const cap = `${origin}/api/cap/${fact.id}?token=${encodeURIComponent(token)}`
  const say = translatorFor('zh')
  const summary = [
    say('paging.posts', { count: fact.posts }),
    ...(fact.workers === null
      ? []
      : [say('paging.claimed', { what: say('paging.workers', { count: fact.workers }) })]),
    say('paging.feed.accepted', { accepted: fact.accepted, asked: fact.asked }),
  ].join('，')
  return [
    '<entry>',
    `<id>urn:uuid:${fact.id}</id>`,
    `<title>${xml(titleOf(fact))}</title>`,
    `<published>${fact.openedAt.toISOString()}</published>`,
    `<updated>${fact.changedAt.toISOString()}</updated>`,
    `<link rel="alternate" type="application/cap+xml" href="${xml(cap)}"/>`,
    `<summary>${xml(summary)}</summary>`,
    `<category term="${fact.grade}"/>`,
    ...(fact.place ? [`<georss:point>${fact.place.lat} ${fact.place.lng}</georss:point>`] : []),
    '</entry>',
  ].join('\n')
}
