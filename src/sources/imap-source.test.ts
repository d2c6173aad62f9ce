import { afterEach, describe, expect, it, vi } from 'vitest'
import { type FakeMailbox, newMailbox, serveMailbox } from '#testing/imap-server.ts'
import { closeServers, serveRaw } from '#testing/loopback-server.ts'
import { imapConfig, imapSource } from './imap-source.ts'
import type { SourceContext, SourceFetch } from './source.ts'

const now = new Date('2026-11-23T06:00:00Z')
const here = () => true

afterEach(closeServers)

function mail(subject: string, text: string, more = ''): string {
  return [
    'From: "Somebody Named" <somebody@example.org>',
    'To: office@example.org',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    `Message-ID: <${Buffer.from(subject).toString('hex')}@example.org>`,
    'Date: Mon, 23 Nov 2026 12:00:00 +0800',
    'MIME-Version: 1.0',
    more || 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64',
    '',
    more ? text : Buffer.from(text).toString('base64'),
    '',
  ].join('\r\n')
}

function withTable(name: string, table: string): string {
  return mail(
    '附表',
    [
      '--x',
      'Content-Type: text/plain; charset=utf-8',
      '',
      '详见附表',
      '--x',
      `Content-Type: application/octet-stream; name="${name}"`,
      `Content-Disposition: attachment; filename="${name}"`,
      'Content-Transfer-Encoding: base64',
      '',
      Buffer.from(table).toString('base64'),
      '--x--',
    ].join('\r\n'),
    'Content-Type: multipart/mixed; boundary=x',
  )
}

async function read(box: FakeMailbox, more: Partial<SourceContext> = {}, settings: object = {}) {
  const port = await serveMailbox(box)
  const config = imapConfig.parse({
    host: '127.0.0.1',
    port,
    security: 'none',
    user: box.user,
    password: box.password,
    ...settings,
  })
  return imapSource.fetch(config, { now, allowPrivate: here, timeoutMs: 5_000, ...more })
}

function taken(fetched: SourceFetch) {
  if (!fetched.ok) throw new Error(JSON.stringify(fetched.problem))
  return fetched
}

describe('a mailbox', () => {
  it('gives subject and words of each unopened message, oldest first, and never who sent it', async () => {
    const box = newMailbox([mail('濮院一厂欠薪', '38名工人两个月没拿到工资'), mail('会议', '周三开会')])
    const { posts, validators, warnings } = taken(await read(box))
    expect(posts.map(({ title, text }) => [title, text])).toEqual([
      ['濮院一厂欠薪', '38名工人两个月没拿到工资'],
      ['会议', '周三开会'],
    ])
    expect(posts[0]?.publishedAt).toEqual(new Date('2026-11-23T04:00:00Z'))
    expect(posts[0]?.externalId).toMatch(/^mail:[0-9a-f]{64}$/)
    expect(JSON.stringify(posts)).not.toMatch(/somebody|example\.org/i)
    expect([validators.etag, warnings]).toEqual(['7:2', []])
  })

  it('leaves messages unopened until they were stored, and opens them when the mark comes back', async () => {
    const box = newMailbox([mail('一', '欠薪'), mail('二', '欠薪')])
    const first = taken(await read(box))
    expect(box.messages.map(({ seen }) => seen)).toEqual([false, false])
    const second = taken(await read(box, { validators: first.validators }))
    expect(second).toMatchObject({ notModified: true, posts: [] })
    expect(box.messages.map(({ seen }) => seen)).toEqual([true, true])
  })

  it('reads a message somebody opened between two polls', async () => {
    const box = newMailbox([mail('一', '欠薪')])
    const { validators } = taken(await read(box))
    box.messages.push({ uid: 2, raw: Buffer.from(mail('二', '讨薪')), seen: true })
    expect(taken(await read(box, { validators })).posts.map(({ title }) => title)).toEqual(['二'])
  })

  it('begins anew with the unopened ones when the folder was made anew', async () => {
    const box = { ...newMailbox([mail('一', '欠薪')]), uidValidity: 8 }
    const fetched = taken(await read(box, { validators: { etag: '7:40', lastModified: null } }))
    expect([fetched.posts.length, fetched.validators.etag]).toEqual([1, '8:1'])
  })

  it('takes a hundred messages at a time, the others with the next poll', async () => {
    const box = newMailbox(Array.from({ length: 130 }, (_, n) => mail(`第${n}封`, '欠薪')))
    const first = taken(await read(box))
    const second = taken(await read(box, { validators: first.validators }))
    expect([first.posts.length, second.posts.length]).toEqual([100, 30])
    expect(second.posts[0]?.title).toBe('第100封')
  })

  it('never fetches a message beyond 10 MB, says so and leaves it unopened', async () => {
    const box = newMailbox([mail('大', '大'), mail('小', '小')])
    const [large] = box.messages
    if (large) large.announcedBytes = 11 * 1024 * 1024
    const { posts, warnings, validators } = taken(await read(box))
    expect(posts.map(({ title }) => title)).toEqual(['小'])
    expect(warnings).toEqual([{ code: 'mail_too_large', details: { count: 1 } }])
    await read(box, { validators })
    expect(box.messages.map(({ seen }) => seen)).toEqual([false, true])
  })

  it('gives each row of an attached table, its columns guessed or as they were saved', async () => {
    const guessable = withTable('a.csv', '工单编号,诉求内容,联系电话\nG1,三个月没发工资,19900000000\n')
    const own = withTable('b.csv', '代号,说的话\nZ9,老板欠薪\n')
    const box = newMailbox([guessable, own])
    const unmapped = taken(await read(box))
    expect(unmapped.posts.map(({ text }) => text)).toEqual(['详见附表', '三个月没发工资', '详见附表'])
    expect(JSON.stringify(unmapped.posts)).not.toContain('19900000000')
    expect(unmapped.warnings).toEqual([{ code: 'attachment_unmapped', details: { count: 1 } }])
    const mappingOf = vi.fn(async () => ({ id: '代号', text: '说的话' }))
    const mapped = taken(await read(newMailbox([own]), { mappingOf }, { sender: '某中心' }))
    expect(mapped.posts.map(({ externalId, text }) => [externalId, text])[1]).toEqual(['Z9', '老板欠薪'])
    expect(mappingOf).toHaveBeenCalledWith('某中心')
  })

  it('drops a message nobody can read with a warning', async () => {
    const deep = Array.from(
      { length: 200 },
      (_, n) => `--b${n}\r\nContent-Type: multipart/mixed; boundary=b${n + 1}\r\n\r\n`,
    )
    const broken = mail('深', deep.join(''), 'Content-Type: multipart/mixed; boundary=b0')
    const { posts, warnings } = taken(await read(newMailbox([broken, mail('好', '欠薪')])))
    expect(posts.map(({ title }) => title)).toEqual(['好'])
    expect(warnings).toEqual([{ code: 'mail_unreadable', details: { count: 1 } }])
  })
})

describe('a mailbox that cannot be read says why, and its password nowhere', () => {
  it.each<[string, object, string]>([
    ['a wrong password', { password: 'wr0ng-pass' }, 'login_refused'],
    ['a folder that is not there', { folder: '没有的' }, 'folder_missing'],
  ])('%s', async (_, settings, code) => {
    const lines: string[] = []
    const spies = (['log', 'error', 'warn', 'info', 'debug'] as const).map((name) =>
      vi.spyOn(console, name).mockImplementation((...said) => void lines.push(said.join(' '))),
    )
    const fetched = await read(newMailbox([]), {}, settings)
    for (const spy of spies) spy.mockRestore()
    expect(fetched).toMatchObject({ ok: false, problem: { code } })
    expect(JSON.stringify([fetched, lines])).not.toMatch(/s3cret-pass|wr0ng-pass/)
  })

  it('an address inside is refused before anything is said', async () => {
    const box = newMailbox([])
    const fetched = await read(box, { allowPrivate: undefined })
    expect(fetched).toEqual({
      ok: false,
      problem: { code: 'address_refused', details: { host: '127.0.0.1', address: '127.0.0.1' } },
    })
    expect(box.heard).toEqual([])
  })

  it.each(['10.0.0.8', '169.254.169.254', '::1', '192.168.1.1'])(
    'a name that means %s is refused',
    async (address) => {
      const resolve = async () => [{ address, family: address.includes(':') ? 6 : 4 }]
      const config = imapConfig.parse({ host: 'mail.example', user: 'a', password: 'b' })
      expect(await imapSource.fetch(config, { now, resolve })).toMatchObject({
        problem: { code: 'address_refused', details: { host: 'mail.example', address } },
      })
    },
  )

  it('a password is never sent in the clear over the internet', async () => {
    const resolve = async () => [{ address: '8.8.8.8', family: 4 }]
    const config = imapConfig.parse({ host: 'mail.example', user: 'a', password: 'b', security: 'none' })
    expect(await imapSource.fetch(config, { now, resolve })).toMatchObject({
      problem: { code: 'password_in_the_clear' },
    })
  })

  it.each<[string, (socket: import('node:net').Socket) => void]>([
    ['a server that never speaks', () => undefined],
    ['a server that never stops', (socket) => void setInterval(() => socket.write('* OK x'), 50).unref()],
    ['a server that hangs up', (socket) => void socket.end()],
    ['a web server', (socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['an endless line', (socket) => void socket.write(Buffer.alloc(3_000_000, 'x'))],
  ])('%s is left after its time', async (_, speak) => {
    const port = Number(new URL(await serveRaw(speak)).port)
    const settings = { host: '127.0.0.1', port, security: 'none', user: 'a', password: 'b' }
    const started = performance.now()
    const fetched = await imapSource.fetch(imapConfig.parse(settings), {
      now,
      allowPrivate: here,
      timeoutMs: 800,
    })
    expect(fetched.ok).toBe(false)
    expect(performance.now() - started).toBeLessThan(3_000)
  })

  it('shows where it is without its password', () => {
    const config = imapConfig.parse({ host: 'mail.example', user: 'a@b.example', password: 'hidden' })
    expect(imapSource.address(config)).toBe('imap://a%40b.example@mail.example:993/INBOX')
  })
})
