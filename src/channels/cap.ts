import type { Grade } from '#domain/grading/grade.ts'
import { translatorFor } from '#i18n/translator.ts'
import { type PublicFact, shanghaiInstant, xml } from './public-fact.ts'

type House = { origin: string; drill: boolean }

/** One incident as a CAP 1.2 message for other command centres; in a drill it says Exercise. */
export function capDocument(fact: PublicFact, house: House): string {
  const sender = new URL(house.origin).hostname
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    element('identifier', `anxin.${fact.number}.${fact.version}`),
    element('sender', sender),
    element('sent', shanghaiInstant(fact.changedAt)),
    element('status', house.drill ? 'Exercise' : 'Actual'),
    element('msgType', fact.closed ? 'Cancel' : fact.version > 1 ? 'Update' : 'Alert'),
    element('scope', 'Restricted'),
    element('restriction', say('restriction')),
    fact.version > 1
      ? element('references', `${sender},anxin.${fact.number}.1,${shanghaiInstant(fact.openedAt)}`)
      : '',
    infoOf(fact, 'zh', 'zh-CN'),
    infoOf(fact, 'en', 'en-GB'),
    '</alert>',
    '',
  ]
    .filter((line, at, all) => line !== '' || at === all.length - 1)
    .join('\n')
}

/** Title of a fact, in the words of a place and a grade. */
export function titleOf(fact: PublicFact, locale: 'zh' | 'en' = 'zh'): string {
  const grade = translatorFor(locale)(`paging.grade.${fact.grade}`)
  return [grade, fact.place?.name ?? say('nowhere', locale), say('event', locale)].join(' ')
}

function infoOf(fact: PublicFact, locale: 'zh' | 'en', language: string): string {
  return [
    '<info>',
    element('language', language),
    element('category', fact.danger ? 'Safety' : 'Other'),
    element('event', say('event', locale)),
    element('responseType', fact.closed ? 'AllClear' : 'Monitor'),
    element('urgency', fact.danger ? 'Immediate' : 'Expected'),
    element('severity', fact.danger ? 'Extreme' : severity[fact.grade]),
    // A post is a claim until somebody was there.
    element('certainty', fact.official ? 'Likely' : 'Possible'),
    element('effective', shanghaiInstant(fact.openedAt)),
    element('headline', titleOf(fact, locale)),
    parameter('number', fact.number),
    parameter('grade', fact.grade),
    parameter('posts', fact.posts),
    ...(fact.workers === null ? [] : [parameter('workersClaimed', fact.workers)]),
    parameter('accepted', `${fact.accepted}/${fact.asked}`),
    areaOf(fact, locale),
    '</info>',
  ].join('\n')
}

function areaOf({ place }: PublicFact, locale: 'zh' | 'en'): string {
  if (!place) return `<area>\n${element('areaDesc', say('nowhere', locale))}\n</area>`
  return [
    '<area>',
    element('areaDesc', place.name),
    // The town's point, not the scene: a radius of none would claim more than is known.
    element('circle', `${place.lat},${place.lng} 5`),
    `<geocode>${element('valueName', 'GB/T 2260')}${element('value', place.code)}</geocode>`,
    '</area>',
  ].join('\n')
}

const severity: Record<Grade, string> = {
  I: 'Extreme',
  II: 'Severe',
  III: 'Moderate',
  IV: 'Minor',
  watch: 'Unknown',
}

function parameter(name: string, value: string | number): string {
  return `<parameter>${element('valueName', name)}${element('value', value)}</parameter>`
}

function element(name: string, value: string | number): string {
  return `<${name}>${xml(value)}</${name}>`
}

function say(word: 'event' | 'nowhere' | 'restriction', locale: 'zh' | 'en' = 'zh'): string {
  return translatorFor(locale)(`paging.feed.${word}`)
}
