import { createTranslator } from 'use-intl/core'
import en from './en.json' with { type: 'json' }
import { type Locale, timeZone } from './locale.ts'
import zh from './zh.json' with { type: 'json' }

/** Every sentence a person reads; Chinese is the reference, English its twin. */
export type Messages = typeof zh

/** All sentences of one language; a page sends only these to the browser. */
export function messagesFor(locale: Locale): Messages {
  return locale === 'zh' ? zh : en
}

/** Words for texts made outside the browser: channels, the command line, server pages. */
export function translatorFor(locale: Locale) {
  return createTranslator({ locale, messages: messagesFor(locale), timeZone })
}
