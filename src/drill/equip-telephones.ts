import { type ContactRung, contactRungs } from '#domain/contact/contact-rung.ts'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import { env } from '#platform/env.ts'
import { listAgencies } from '#store/agencies.ts'
import { insertChannel, listChannels, updateChannel } from '#store/channels.ts'
import { insertContact, listContacts } from '#store/contacts.ts'
import { listUsers } from '#store/users.ts'
import type { Context } from '#use-cases/context.ts'

/** What the fake gateways of this start must be set up with. */
export type SettingsOf = (kind: ChannelKind) => Record<string, unknown>

const shared: ChannelKind[] = ['sms', 'voice', 'email']
/** Each first-line agency has the chat it uses; the rest have none. */
const robots: [agency: string, kind: 'wecom' | 'dingtalk' | 'feishu'][] = [
  ['zfw', 'wecom'],
  ['xcb', 'dingtalk'],
  ['rsj', 'feishu'],
]
const posts: [rung: ContactRung, post: string][] = [
  ['duty', '值班员'],
  ['substitute', '替班员'],
  ['section_head', '科室负责人'],
  ['deputy', '分管副职'],
  ['leader', '主要领导'],
]

/**
 * The drill's gateways and its invented contact book: numbers nobody has, addresses that lead nowhere. Safe to repeat;
 * gateways are told the ports of this start, posts somebody changed stay as they are.
 */
export async function equipTelephones(context: Context, settingsOf: SettingsOf): Promise<void> {
  if (env().REALM !== 'drill') throw new Error('invented contacts belong in the drill realm only')
  await equipGateways(context, settingsOf)
  if ((await listContacts(context.db)).length === 0) await writeBook(context)
}

async function equipGateways({ db, now, newId }: Context, settingsOf: SettingsOf): Promise<void> {
  const standing = await listChannels(db)
  const wanted: [agency: string | null, kind: ChannelKind][] = [
    ...shared.map((kind): [null, ChannelKind] => [null, kind]),
    ...robots,
  ]
  for (const [agency, kind] of wanted) {
    const known = standing.find((one) => one.kind === kind && one.agency === agency)
    const settings = settingsOf(kind)
    if (known) await updateChannel(db, known.id, { settings, strikes: 0 })
    else
      await insertChannel(db, {
        id: newId(),
        kind,
        agency,
        name: names[kind] ?? kind,
        settings,
        createdAt: now,
      })
  }
}

async function writeBook({ db, now, newId }: Context): Promise<void> {
  const [agencies, users] = await Promise.all([listAgencies(db), listUsers(db)])
  const accountOf = (username: string) => users.find((one) => one.username === username)?.id ?? null
  let line = 0
  const add = async (agency: string | null, rung: ContactRung, post: string, username: string | null) => {
    line += 1
    const number = `1990000${String(line).padStart(4, '0')}`
    await insertContact(db, {
      ...{ id: newId(), agency, rung, post },
      userId: username && accountOf(username),
      addresses: { sms: number, voice: number, email: `post-${line}@drill.invalid` },
      position: contactRungs.indexOf(rung),
      createdAt: now,
    })
  }
  for (const { key, short, kind } of agencies) {
    for (const [rung, post] of posts) {
      if (rung === 'substitute' && kind !== 'first_line') continue
      await add(key, rung, `${short}${post}`, accounts.get(`${key} ${rung}`) ?? null)
    }
  }
  await add('rsj', 'office', '领导小组办公室', 'office')
  await add(null, 'group_leader', '领导小组组长', null)
}

/** Which of the drill's accounts sits on which rung. */
const accounts = new Map([
  ['zfw duty', 'zfw-duty'],
  ['xcb duty', 'xcb-duty'],
  ['rsj duty', 'rsj-duty'],
  ['zfw leader', 'leader'],
  ['t330483 duty', 'tongxiang-duty'],
])

const names: Partial<Record<ChannelKind, string>> = {
  sms: '演练短信网关',
  voice: '演练语音网关',
  email: '演练邮件',
  wecom: '演练企业微信群',
  dingtalk: '演练钉钉群',
  feishu: '演练飞书群',
}
