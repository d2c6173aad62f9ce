import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createTranslator } from 'use-intl/core'
import { describe, expect, it } from 'vitest'
import { timeZone } from './locale.ts'
import { messagesFor } from './translator.ts'

type Tree = { [key: string]: string | Tree }

const keysOf = (tree: Tree, above = ''): string[] =>
  Object.entries(tree).flatMap(([key, below]) =>
    typeof below === 'string' ? [above + key] : keysOf(below, `${above}${key}.`),
  )
const keys = { zh: keysOf(messagesFor('zh')), en: keysOf(messagesFor('en')) }

describe('the two languages say the same', () => {
  it('under the same names, in the same order', () => {
    expect(keys.en).toEqual(keys.zh)
  })

  it('filling the same blanks, each sentence without an error', () => {
    const [zh, en] = [blanksIn('zh'), blanksIn('en')]
    const differing = keys.zh.filter((key) => zh(key) !== en(key) || zh(key).includes(': '))
    expect(differing.map((key) => `${key}: zh ${zh(key)}, en ${en(key)}`)).toEqual([])
  })
})

const src = fileURLToPath(new URL('..', import.meta.url))
const code = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test)\.tsx?$/.test(path))
  .map((path) => readFileSync(`${src}${path}`, 'utf8'))
  .join('\n')

/** Told in a program's log before anybody could be spoken to. */
const onlyLogged = ['no_feed_port']

it('every refusal the product gives has its sentence', () => {
  const given = [...code.matchAll(/\brefusal\(\s*'([a-z0-9_]+)'/g)].map(([, name]) => name ?? '')
  const { refusal, problem } = messagesFor('zh')
  const sentences = [...Object.keys(refusal), ...Object.keys(problem), ...onlyLogged]
  expect(given.length).toBeGreaterThan(200)
  expect([...new Set(given)].filter((name) => !sentences.includes(name))).toEqual([])
})

/** The blanks of a sentence, those without which it cannot be said; or what is wrong with it. */
function blanksIn(locale: 'zh' | 'en') {
  const messages = messagesFor(locale) as Tree
  return (key: string): string => {
    const blanks: Record<string, number> = {}
    for (;;) {
      let wrong = ''
      const onError = (error: Error) => {
        wrong = error.message
      }
      const say = createTranslator({ locale, timeZone, messages, onError }) as unknown as Say
      say(key, blanks)
      const blank = /variable "(\w+)" was not provided/.exec(wrong)?.[1]
      if (!blank || blank in blanks) return wrong || Object.keys(blanks).sort().join(' ')
      blanks[blank] = 3
    }
  }
}

type Say = (key: string, blanks: object) => string
