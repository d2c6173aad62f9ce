import { describe, expect, it } from 'vitest'
import type { ProblemView } from '#contracts/views.ts'
import { translatorFor } from '#i18n/translator.ts'
import { problemSentence } from './problem-words.ts'

const say = translatorFor('zh') as unknown as (key: string, blanks: object) => string
const words = (problem: ProblemView) => {
  const { code, details } = problemSentence(problem)
  return say(`problem.${code}`, details)
}

describe('what went wrong with a source, in words', () => {
  it.each<[ProblemView, string]>([
    [{ code: 'too_large', details: { limitBytes: 10_485_760 } }, '超过 10 MB，没有读'],
    [{ code: 'timed_out', details: { host: 'a.test', timeoutMs: 15_000 } }, 'a.test 超过 15 秒没有答完'],
    [
      { code: 'address_refused', details: { host: 'a.test', address: '10.0.0.8' } },
      'a.test 指向内网地址 10.0.0.8，不许读取',
    ],
    [{ code: 'http_status', details: { host: 'a.test', status: 503 } }, 'a.test 返回 503'],
    [{ code: 'not_a_feed', details: { found: 'html' } }, '不是订阅，是 html'],
    [
      { code: 'not_a_feed', details: { found: 'html', feedLink: 'https://a.test/rss' } },
      '不是订阅，是网页；订阅地址可能是 https://a.test/rss',
    ],
    [{ code: 'ill_formed', details: { found: 'json' } }, '格式残缺，读不出来'],
    [{ code: 'ill_formed', details: { kept: 3, lost: 1 } }, '格式残缺，读出 3 条，丢失 1 条'],
    [{ code: 'bytes_replaced', details: { encoding: 'utf-8' } }, '有 ? 处字节读不出来'],
  ])('%j', (problem, sentence) => {
    expect(words(problem)).toBe(sentence)
  })
})
