import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { post } from '#store/tables/post.ts'
import { source } from '#store/tables/source.ts'
import { newMailbox, serveMailbox } from '#testing/imap-server.ts'
import { closeServers, serve } from '#testing/loopback-server.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { addSource, type NewSource } from './add-source.ts'
import { pollSource } from './poll-source.ts'
import { previewNewSource } from './preview-new-source.ts'
import { saveMapping } from './save-mapping.ts'

let room: Scenario
let site: string

beforeAll(async () => {
  site = await serve((request, response) => {
    if (request.url === '/list') {
      response.end(
        '<ul><li><a href="/1">濮院一家毛衫厂拖欠38名工人三个月工资，联系19900000000</a></li><li><a href="/2">公交改线</a></li></ul>',
      )
    } else {
      response.end(
        JSON.stringify([{ t: '许村木工班组22人半年工资没有发', who: '某某某' }, { t: '停水通知' }]),
      )
    }
  })
  vi.stubEnv('ALLOW_PRIVATE_SOURCES', '127.0.0.1')
  room = await openScenario()
})
afterAll(async () => {
  closeServers()
  await room.drop()
  vi.unstubAllEnvs()
})

const office = () => room.contextOf(room.officer('rsj', 'office'))
async function added(wanted: Partial<NewSource>): Promise<string> {
  const answer = await addSource(office(), { name: null, intervalSeconds: 300, ...wanted })
  if (!answer.ok) throw new Error(JSON.stringify(answer.refusal))
  return answer.value.id
}
const bodies = async () => (await room.db.select().from(post)).map(({ body }) => body).join('\n')

describe('polled like a feed', () => {
  it.each<[string, () => Partial<NewSource>, string]>([
    [
      'a web page',
      () => ({ kind: 'html', url: `${site}/list`, config: { item: 'li', title: 'a' } }),
      '38名工人',
    ],
    [
      'a JSON list',
      () => ({ kind: 'json', url: `${site}/json`, config: { item: '$[*]', title: '$.t' } }),
      '木工班组',
    ],
  ])('%s brings its posts, masked, once', async (_, wanted, words) => {
    const sourceId = await added(wanted())
    const first = await pollSource(room.contextOf(), { sourceId })
    expect(first).toMatchObject({ outcome: 'taken', taken: { taken: 2, flagged: 1 } })
    expect(await pollSource(room.contextOf(), { sourceId })).toMatchObject({ taken: { taken: 0, known: 2 } })
    expect(await bodies()).toContain(words)
    expect(await bodies()).not.toMatch(/19900000000|某某某/)
  })

  it('a mailbox brings its messages and the rows of attached tables in the saved columns', async () => {
    const table = '代号,说的话\r\nT-1,姚庄一家电子厂23名工人两个月没拿到工资\r\n'
    const raw = [
      'From: "Somebody Named" <somebody@example.org>',
      'Message-ID: <1@example.org>',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '工地拖欠木工班组15人工资，老板跑路',
      '--x',
      'Content-Disposition: attachment; filename=t.csv',
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(table).toString('base64'),
      '--x--',
    ].join('\r\n')
    const box = newMailbox([raw])
    const port = await serveMailbox(box)
    await saveMapping(office(), { sender: '某中心', mapping: { id: '代号', text: '说的话' } })
    const { user, password } = box
    const config = { host: '127.0.0.1', port, security: 'none', user, password, sender: '某中心' }
    const sourceId = await added({ kind: 'imap', config, name: '举报邮箱' })
    const read = await pollSource(room.contextOf(), { sourceId })
    expect(read).toMatchObject({ outcome: 'taken', taken: { taken: 2, flagged: 2 } })
    expect(box.messages.map(({ seen }) => seen)).toEqual([false])
    expect(await pollSource(room.contextOf(), { sourceId })).toEqual({ outcome: 'not_modified' })
    expect(box.messages.map(({ seen }) => seen)).toEqual([true])
    expect(await bodies()).toContain('姚庄一家电子厂')
    expect(await bodies()).not.toMatch(/somebody/i)
  })
})

describe('tried before it is added', () => {
  it('shows what it says, masked, and keeps nothing', async () => {
    const before = await room.db.$count(source)
    const wanted = { kind: 'html' as const, url: `${site}/list`, config: { item: 'li', title: 'a' } }
    const tried = await previewNewSource(office(), wanted)
    expect(tried).toMatchObject({ ok: true, value: { count: 2, flagged: 1, problem: null } })
    expect(JSON.stringify(tried)).not.toContain('19900000000')
    expect(await room.db.$count(source)).toBe(before)
  })

  it('says what is wrong: the field, or the page', async () => {
    const wanted = { kind: 'html' as const, url: `${site}/list`, config: { item: 'td', title: 'a' } }
    expect(await previewNewSource(office(), wanted)).toMatchObject({
      value: { problem: { code: 'nothing_matched' } },
    })
    const broken = { ...wanted, config: { item: '[', title: 'a' } }
    expect(await previewNewSource(office(), broken)).toMatchObject({
      refusal: { details: { field: 'item' } },
    })
  })
})
