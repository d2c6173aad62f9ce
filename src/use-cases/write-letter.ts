import type { Letter } from '#channels/channel.ts'
import type { Locale } from '#i18n/locale.ts'
import { translatorFor } from '#i18n/translator.ts'
import { env } from '#platform/env.ts'
import { pageTokenOf } from '#platform/page-token.ts'
import { publicOrigin } from '#platform/public-origin.ts'
import type { DuePage, PageRow } from '#store/pages.ts'

/** What leaves the house is written in Chinese, the language of those who are called. */
const written = 'zh'

/** The letter of a page, from its facts as they stood when it was written and what the storm has added since. */
export function writeLetter(key: string, { page, contact }: DuePage, agencyName: string): Letter {
  const words = lettersIn(page, agencyName)
  const link = pageLink(page, contact.id)
  const code = page.mayAccept ? page.code : null
  const reply = code ? words.say('reply', { code }) : ''
  return {
    key,
    title: words.title,
    lines: words.lines,
    short: [words.title, words.told, reply, link].filter(Boolean).join(' '),
    link,
    linkWords: words.say(page.mayAccept ? 'accept' : 'open'),
    code,
    urgency: page.urgency,
  }
}

/** Title and lines of a page, also for the list on the screen and the page behind the link. */
export function lettersIn(page: PageRow, agencyName: string, locale: Locale = written) {
  const translate = translatorFor(locale)
  const say = translate as unknown as (key: string, blanks?: Record<string, string | number>) => string
  const { facts, occasion, posts } = page
  const text = (name: string) => String(facts[name] ?? '')
  const grade = facts.grade ? say(`paging.grade.${facts.grade}`) : ''
  const head = say(`paging.occasion.${occasion}`, { agency: agencyName })
  const drill = env().REALM === 'drill' ? say('paging.drill') : ''
  const about = [text('number'), text('place'), text('headline')].filter(Boolean).join(' ')
  const counted = [
    facts.workers ? say('paging.workers', { count: Number(facts.workers) }) : '',
    facts.amountYuan ? say('paging.amount', { yuan: Number(facts.amountYuan) }) : '',
  ].filter(Boolean)
  const lines = [
    about,
    counted.length > 0 ? say('paging.claimed', { what: counted.join(' ') }) : '',
    posts > 1 ? say('paging.posts', { count: posts }) : '',
    facts.danger ? say('paging.danger') : '',
    facts.dueAt
      ? say(page.mayAccept ? 'paging.acceptBy' : 'paging.dueBy', { at: clockOf(text('dueAt')) })
      : '',
  ].filter(Boolean)
  return {
    title: [drill, grade, head].filter(Boolean).join(' '),
    lines,
    told: lines.join('，'),
    say: (key: string, blanks?: Record<string, string | number>) => say(`paging.${key}`, blanks),
  }
}

/** The signed page on which a person reads or accepts, without signing in. */
export function pageLink({ id, alertId, alertVersion, expiresAt }: PageRow, contactId: string): string {
  const token = pageTokenOf(
    env().AUTH_SECRET,
    { pageId: id, version: alertVersion ?? 0, expiresAt },
    { alertId, contactId },
  )
  return `${publicOrigin()}/p/${token}`
}

function clockOf(iso: string): string {
  return new Intl.DateTimeFormat('zh-CN', {
    ...{ timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
    month: 'numeric',
    day: 'numeric',
  }).format(new Date(iso))
}
