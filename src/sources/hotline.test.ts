import { describe, expect, it } from 'vitest'
import { hotlineBody, hotlineToRawPost } from './hotline.ts'

const now = new Date('2026-10-01T00:00:00Z')
const call = {
  id: 'H-1',
  channel: '12345',
  receivedAt: '2026-09-30T12:00:00+08:00',
  text: '厂里三个月没发工资',
}

describe('the body of a hotline call', () => {
  it('becomes a raw post with what the sender states', () => {
    const body = hotlineBody.parse({
      ...call,
      place: ' 嘉善县 ',
      employer: '某服装厂',
      workers: 12,
      amountYuan: 36000.5,
    })
    expect(hotlineToRawPost(body, now)).toEqual({
      post: {
        externalId: 'H-1',
        title: '',
        text: '厂里三个月没发工资',
        url: null,
        publishedAt: new Date('2026-09-30T04:00:00Z'),
        stated: { place: '嘉善县', employer: '某服装厂', workers: 12, amountYuan: 36000.5 },
      },
      channel: '12345',
      warnings: [],
    })
  })

  it('states nothing that was not sent', () => {
    const { post } = hotlineToRawPost(hotlineBody.parse({ ...call, place: '', employer: null }), now)
    expect(post).not.toHaveProperty('stated')
  })

  it('loses the caller: fields without a name in the contract go nowhere', () => {
    const body = hotlineBody.parse({ ...call, callerName: '某某', phone: '19900000000' })
    expect(JSON.stringify(hotlineToRawPost(body, now))).not.toMatch(/某某|19900000000/)
  })

  it.each(['1970-01-01T00:00:00Z', '2099-01-01T00:00:00Z'])(
    'dated %s is kept without its date',
    (receivedAt) => {
      const { post, warnings } = hotlineToRawPost(hotlineBody.parse({ ...call, receivedAt }), now)
      expect(post).toMatchObject({ text: '厂里三个月没发工资', publishedAt: null })
      expect(warnings.map((warning) => warning.code)).toEqual(['date_implausible'])
    },
  )

  it('with a script in its text has a harmless text', () => {
    const body = hotlineBody.parse({ ...call, text: '<script>alert(1)</script>没发工资' })
    expect(hotlineToRawPost(body, now).post.text).toBe('没发工资')
  })

  it.each([
    ['no id', { id: ' ' }],
    ['an endless id', { id: 'x'.repeat(201) }],
    ['an unknown channel', { channel: '999' }],
    ['the channel of the open web', { channel: 'online' }],
    ['no date', { receivedAt: '昨天' }],
    ['no text', { text: '' }],
    ['only blanks', { text: ' \n ' }],
    ['a text beyond 20,000 letters', { text: '工'.repeat(20_001) }],
    ['half a worker', { workers: 1.5 }],
    ['less than no money', { amountYuan: -1 }],
    ['a number in words', { workers: '12' }],
    ['an endless place', { place: 'x'.repeat(201) }],
  ])('is refused with %s', (_what, change) => {
    expect(hotlineBody.safeParse({ ...call, ...change }).success).toBe(false)
  })
})
