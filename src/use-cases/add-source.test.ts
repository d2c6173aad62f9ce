import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { source } from '#store/tables/source.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { addSource, type NewSource } from './add-source.ts'
import { exportOpml } from './export-opml.ts'
import { importOpml } from './import-opml.ts'
import { listSourceForms } from './list-source-forms.ts'
import { listSources } from './list-sources.ts'

let room: Scenario
beforeEach(async () => {
  room = await openScenario()
})
afterEach(() => room.drop())

const office = () => room.contextOf(room.officer('rsj', 'office'))
const admin = () => room.contextOf(room.officer(null, 'admin'))
const usual = { name: null, intervalSeconds: 300 }
const page = { item: 'li', title: 'a' }
const mailbox = { host: 'Mail.Example', user: 'office@a.example', password: 'hidden-pass' }

describe('a source of any kind', () => {
  it.each<[string, Partial<NewSource>, object]>([
    [
      'feed',
      { url: 'https://a.example/rss', config: { bestEffort: true } },
      { url: 'https://a.example/rss', config: { bestEffort: true } },
    ],
    [
      'json',
      { url: 'https://a.example/api', config: { item: '$.data[*]', title: ' $.t ', text: '' } },
      { config: { item: '$.data[*]', title: '$.t' } },
    ],
    [
      'html',
      { url: 'https://a.example/list', config: page },
      { url: 'https://a.example/list', config: page },
    ],
    [
      'imap',
      { config: mailbox },
      {
        url: 'imap://office%40a.example@mail.example:993/INBOX',
        config: { ...mailbox, host: 'mail.example', port: 993, security: 'tls', folder: 'INBOX' },
      },
    ],
  ])('%s is kept as its own schema reads it', async (kind, wanted, row) => {
    const added = await addSource(office(), { ...usual, kind: kind as 'feed', ...wanted })
    expect(added).toMatchObject({ ok: true })
    expect(await room.db.select().from(source)).toMatchObject([{ kind, intervalSeconds: 300, ...row }])
  })

  it('shows its password in no view', async () => {
    await addSource(office(), { ...usual, kind: 'imap', config: mailbox })
    expect(JSON.stringify(await listSources(office()))).not.toContain('hidden-pass')
  })

  it.each<[string, Partial<NewSource>, string]>([
    ['html', { url: 'https://a.example/', config: { item: '[', title: 'a' } }, 'item'],
    ['json', { url: 'https://a.example/', config: {} }, 'item'],
    ['imap', { config: { ...mailbox, host: 'a b' } }, 'host'],
    ['imap', { config: { ...mailbox, password: '' } }, 'password'],
    ['imap', { config: { ...mailbox, port: 0 } }, 'port'],
    ['vendor', {}, 'name'],
    ['hotline', { name: '热线', config: { channel: 'fax' } }, 'channel'],
    ['import', {}, 'kind'],
  ])('%s names the field that is wrong', async (kind, wanted, field) => {
    const refused = await addSource(admin(), { ...usual, kind: kind as 'feed', ...wanted })
    expect(refused).toEqual({ ok: false, refusal: { code: 'bad_setting', details: { field } } })
    expect(await room.db.$count(source)).toBe(0)
  })

  it.each(['hotline', 'vendor'] as const)('%s is told its key once, by an administrator', async (kind) => {
    const wanted = { ...usual, kind, name: '对方' }
    expect(await addSource(office(), wanted)).toMatchObject({ refusal: { code: 'role_may_not' } })
    const added = await addSource(admin(), wanted)
    expect(added).toMatchObject({
      ok: true,
      value: { name: '对方', credentials: { secret: expect.any(String) } },
    })
    expect(await room.db.select().from(source)).toMatchObject([{ kind, config: {}, intervalSeconds: null }])
  })

  it('has a form drawn from its schema, keys only for those who may give them', async () => {
    const kinds = async (context: Parameters<typeof listSourceForms>[0]) => {
      const forms = await listSourceForms(context)
      return forms.ok ? forms.value.map(({ kind }) => kind) : []
    }
    expect(await kinds(admin())).toEqual(['feed', 'json', 'html', 'imap', 'hotline', 'vendor'])
    expect(await kinds(office())).toEqual(['feed', 'json', 'html', 'imap'])
    expect(await kinds(room.contextOf(room.officer('rsj')))).toEqual([])
    const forms = await listSourceForms(admin())
    const imap = forms.ok ? forms.value.find(({ kind }) => kind === 'imap') : undefined
    expect(imap?.fields.find(({ name }) => name === 'password')).toMatchObject({
      input: 'secret',
      required: true,
    })
    expect(imap?.fields.find(({ name }) => name === 'security')).toMatchObject({
      input: 'choice',
      initial: 'tls',
    })
  })
})

describe('feeds from another reader', () => {
  const opml = `<opml version="2.0"><body>
    <outline text="论坛" xmlUrl="https://a.example/rss"/>
    <outline text="论坛" xmlUrl="https://b.example/rss"/>
    <outline text="坏" xmlUrl="ftp://c.example/rss"/>
    <outline text="又一次" xmlUrl="https://a.example/rss"/>
    <outline text="转换" category="/best-effort" xmlUrl="https://d.example/hub"/>
  </body></opml>`

  it('are added, told apart, and what cannot be added is named by its line; again changes nothing', async () => {
    const first = await importOpml(office(), Buffer.from(opml))
    const refused = [
      { line: 4, url: 'ftp://c.example/rss', refusal: expect.objectContaining({ code: 'bad_address' }) },
    ]
    expect(first).toEqual({ ok: true, value: { added: 3, known: 1, refused } })
    const rows = await room.db.select().from(source)
    expect(rows.map(({ name }) => name).sort()).toEqual(['论坛', '论坛（b.example）', '转换'].sort())
    expect(await importOpml(office(), Buffer.from(opml))).toMatchObject({ value: { added: 0, known: 4 } })
  })

  it('written out and read by another room are the same', async () => {
    await importOpml(office(), Buffer.from(opml))
    await addSource(office(), { ...usual, kind: 'imap', config: mailbox })
    const written = await exportOpml(office())
    if (!written.ok) throw new Error(written.refusal.code)
    expect(written.value.opml).not.toContain('hidden-pass')
    const [before] = [await room.db.select().from(source)]
    await room.drop()
    room = await openScenario()
    expect(await importOpml(office(), Buffer.from(written.value.opml))).toMatchObject({ value: { added: 3 } })
    const after = await room.db.select().from(source)
    const facts = (rows: typeof after) =>
      rows
        .filter(({ kind }) => kind === 'feed')
        .map(({ name, url, config }) => [name, url, config])
        .sort()
    expect(facts(after)).toEqual(facts(before))
  })

  it('are not for a duty officer', async () => {
    const duty = room.contextOf(room.officer('rsj'))
    expect(await exportOpml(duty)).toMatchObject({ refusal: { code: 'role_may_not' } })
    expect(await importOpml(duty, Buffer.from(opml))).toMatchObject({ refusal: { code: 'role_may_not' } })
  })
})
