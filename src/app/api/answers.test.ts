import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { IncidentView } from '#contracts/views.ts'
import { logger } from '#platform/log.ts'
import { signatureOf } from '#platform/signature.ts'
import { listChannels } from '#store/channels.ts'
import { database } from '#store/database.ts'
import { fakeSecret } from '#testing/fake-gateways.ts'
import { alertOf } from '#testing/scenario.ts'
import { openTown, type Town } from '#testing/town.ts'
import { producer } from '#use-cases/context.ts'
import { renewFeedToken } from '#use-cases/renew-feed-token.ts'
import { GET as getCap } from './cap/[id]/route.ts'
import { GET as getFeed } from './georss/route.ts'
import * as pageLink from './page-link/[token]/route.ts'
import { POST as postReply } from './sms-reply/route.ts'

const inDanger = '桐乡濮院毛衫厂欠薪，38个工人三个月工资65万没发，有人爬上楼顶说要跳楼讨薪'

let town: Town
let incident: IncidentView
beforeAll(async () => {
  // The doors go by the real clock.
  town = await openTown(new Date().toISOString(), { opened: (url) => vi.stubEnv('DATABASE_URL', url) })
  const forum = await town.feed('论坛')
  await forum.publishes(inDanger)
  incident = await town.onlyIncident()
  await town.settle()
})
afterAll(async () => {
  await producer(logger('test')).close()
  await database().$client.end()
  await town.close()
  vi.unstubAllEnvs()
})

const stateOf = async (agency: string) => alertOf(await town.onlyIncident(), agency).state

describe('the door of a link', () => {
  const press = async (token: string, verb = 'accept') =>
    pageLink.POST(
      new Request(`http://127.0.0.1:3000/api/page-link/${token}`, {
        method: 'POST',
        body: new URLSearchParams({ verb }),
      }),
      { params: Promise.resolve({ token }) },
    )

  it('has no way to accept by a look', () => {
    expect(Object.keys(pageLink)).toEqual(['POST'])
  })

  it('accepts when its button is pressed, and leads back to the page', async () => {
    const call = await town.phone('zfw-duty').heard(/接收/, 'sms')
    const token = call.link?.split('/p/')[1] ?? ''
    const answer = await press(token)
    expect(answer.status).toBe(303)
    expect(answer.headers.get('location')).toBe(`/p/${token}?done=accepted`)
    expect(await stateOf('zfw')).toBe('accepted')
    expect((await press(token)).headers.get('location')).toBe(`/p/${token}?no=already_accepted`)
  })

  it('leads a forged link back with the reason', async () => {
    const forged = 'x'.repeat(51)
    expect((await press(forged)).headers.get('location')).toBe(`/p/${forged}?no=link_forged`)
  })
})

describe('the door of SMS replies', () => {
  const reply = async (message: unknown, secret = fakeSecret) => {
    const gateway = (await listChannels(town.db)).find(({ kind }) => kind === 'sms')
    const body = typeof message === 'string' ? message : JSON.stringify(message)
    const timestamp = String(Math.floor(Date.now() / 1_000))
    const answer = await postReply(
      new Request('http://127.0.0.1:3000/api/sms-reply', {
        method: 'POST',
        body,
        headers: {
          'x-anxin-key': gateway?.id ?? '',
          'x-anxin-timestamp': timestamp,
          'x-anxin-signature': signatureOf(secret, timestamp, body),
        },
      }),
    )
    return {
      status: answer.status,
      ...((await answer.json()) as { reply?: string; error?: { code: string } }),
    }
  }

  it('answers with the SMS to send back', async () => {
    const code = /回 1 (\d+)/.exec((await town.phone('xcb-duty').heard(/./, 'sms')).text)?.[1]
    const done = await reply({ from: town.phone('xcb-duty').number, text: `1 ${code}` })
    expect(done).toMatchObject({ status: 200, reply: `${incident.number} 已接收` })
    expect(await stateOf('xcb')).toBe('accepted')
  })

  it.each<[string, unknown, string | undefined, number, string]>([
    [
      'what nobody understands',
      { from: '19900000001', text: '好的' },
      undefined,
      200,
      'reply_not_understood',
    ],
    ['a foreign secret', { from: '19900000001', text: '1 1234' }, 'not-our-secret', 401, 'signature_wrong'],
    ['no JSON', 'from=1', undefined, 400, 'not_json'],
    ['half a message', { from: '19900000001' }, undefined, 422, 'not_understood'],
  ])('%s is answered in words', async (_, message, secret, status, code) => {
    expect(await reply(message, secret)).toMatchObject({ status, error: { code, zh: expect.any(String) } })
  })
})

describe('the doors of feeds', () => {
  it('open to their token', async () => {
    const office = town.contextOf(town.officer('rsj', 'office'))
    const made = await renewFeedToken(office)
    const token = made.ok ? made.value.token : ''
    const feed = await getFeed(new Request(`http://127.0.0.1:3000/api/georss?token=${token}`))
    expect(feed.headers.get('content-type')).toContain('application/atom+xml')
    expect(await feed.text()).toContain(incident.id)
    const cap = await getCap(new Request(`http://127.0.0.1:3000/api/cap/${incident.id}?token=${token}`), {
      params: Promise.resolve({ id: incident.id }),
    })
    expect(cap.headers.get('content-type')).toContain('application/cap+xml')
    const closed = await getFeed(new Request('http://127.0.0.1:3000/api/georss?token=guess'))
    expect(closed.status).toBe(401)
    const nothing = await getCap(new Request(`http://127.0.0.1:3000/api/cap/x?token=${token}`), {
      params: Promise.resolve({ id: 'x' }),
    })
    expect(nothing.status).toBe(404)
  })
})
