import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { logger } from '#platform/log.ts'
import { database } from '#store/database.ts'
import { post, seenPost } from '#store/tables/post.ts'
import { openHall } from '#testing/hall.ts'
import { producer } from '#use-cases/context.ts'
import { POST as preview } from './preview/route.ts'
import { POST } from './route.ts'

let hall: Awaited<ReturnType<typeof openHall>>
let cookies: Record<'duty' | 'wall' | 'nobody', string>

beforeAll(async () => {
  hall = await openHall()
  const [duty, wall] = [await hall.signIn('duty', { agency: 'rsj' }), await hall.signIn('wall')]
  cookies = { duty: duty.cookie, wall: wall.cookie, nobody: '' }
})
afterAll(async () => {
  await producer(logger('test')).close()
  await hall.close()
})

const file = '编号,内容,联系电话\nG-1,桐乡濮院一家毛衫厂拖欠38名工人三个月工资,19900000000\n'
const settings = { sender: '12333 导出', mapping: { id: '编号', text: '内容' } }

type Sent = { who?: keyof typeof cookies; header?: string | null; body?: BodyInit }
function request({ who = 'duty', header, body = file }: Sent = {}): Request {
  const written = header === undefined ? encodeURIComponent(JSON.stringify(settings)) : header
  return new Request('http://127.0.0.1:3000/api/import', {
    method: 'POST',
    headers: { cookie: cookies[who], ...(written !== null && { 'x-anxin-import': written }) },
    body,
  })
}
const stored = () => Promise.all([post, seenPost].map((table) => database().$count(table)))
const big = () => Buffer.alloc(20 * 1024 * 1024 + 1, 'x')

describe('the import door', () => {
  it('shows first what the file holds, without its telephone numbers, and stores nothing', async () => {
    const answer = await preview(request())
    expect(answer.status).toBe(200)
    const shown = await answer.text()
    expect(JSON.parse(shown)).toMatchObject({ rowCount: 1, mapping: { id: '编号', text: '内容' } })
    expect(shown).not.toMatch(/19900000000/)
    expect(await stored()).toEqual([0, 0])
  })

  it('takes the file in, and again changes nothing', async () => {
    const answers = [await POST(request()), await POST(request())]
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const [first, again] = await Promise.all(answers.map((answer) => answer.json()))
    expect([first.taken, again.taken, again.known]).toEqual([1, 0, 1])
    expect(await stored()).toEqual([1, 1])
  })

  it.each<[string, Sent, number, string]>([
    ['nobody signed in', { who: 'nobody' }, 401, 'not_signed_in'],
    ['a wall', { who: 'wall' }, 403, 'role_may_not'],
    ['no mapping', { header: null }, 422, 'bad_mapping'],
    ['a mapping that is no JSON', { header: '%E0%A4%A' }, 422, 'bad_mapping'],
    [
      'a mapping without a text',
      { header: encodeURIComponent('{"sender":"x","mapping":{}}') },
      422,
      'bad_mapping',
    ],
    ['a file that is too large', { body: big() }, 413, 'too_large'],
    ['an empty file', { body: '' }, 422, 'empty'],
  ])('refuses %s, says why in both languages and stores nothing', async (_, sent, status, code) => {
    const before = await stored()
    const answer = await POST(request(sent))
    const { error } = await answer.json()
    expect([answer.status, error.code]).toEqual([status, code])
    expect(error.zh).toMatch(/[\u4e00-\u9fa5]/)
    expect(error.en).toMatch(/^[A-Z].* /)
    expect(await stored()).toEqual(before)
  })

  it.each<[string, Sent, number]>([
    ['nobody signed in', { who: 'nobody' }, 401],
    ['a wall', { who: 'wall' }, 403],
    ['a file that is too large', { body: big() }, 413],
    ['an empty file', { body: '' }, 422],
  ])('shows nothing to %s', async (_, sent, status) => {
    expect((await preview(request(sent))).status).toBe(status)
  })
})
