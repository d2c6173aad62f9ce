import type { Channel } from '#channels/channel.ts'
import { channels } from '#channels/index.ts'
import type { ChannelForm, ChannelListView, ChannelView } from '#contracts/channels.ts'
import { fieldsOf } from '#contracts/form-field.ts'
import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result } from '#domain/result.ts'
import { publicOrigin } from '#platform/public-origin.ts'
import { type ChannelRow, listChannels as readChannels, readHouseKey } from '#store/channels.ts'
import { type DayCount, type DeadLetter, deadLetters, messagesByChannel } from '#store/dead-letters.ts'
import type { Context } from './context.ts'

/** Messages given up are shown for a week. */
const deadDays = 7
const deadShown = 50

/** Under this name the token of the alert feeds is kept. */
export const feedKey = 'feed'

/** Every gateway with its health, and what each kind needs to be set up; secrets stay where they are. */
export async function listChannels(context: Context): Promise<Result<ChannelListView>> {
  const allowed = may(context.actor, 'manage_channels')
  if (!allowed.ok) return allowed
  const { db, now } = context
  const since = new Date(now.getTime() - 24 * 3_600_000)
  const [rows, counts, token, dead] = await Promise.all([
    readChannels(db),
    messagesByChannel(db, since),
    readHouseKey(db, feedKey),
    deadLetters(db, new Date(now.getTime() - deadDays * 24 * 3_600_000), deadShown),
  ])
  return ok({
    forms: channelForms(),
    channels: rows.map((row) => viewOf(row, counts.get(row.id))),
    feedToken: token?.token ?? null,
    origin: publicOrigin(),
    dead: dead.map(deadView),
  })
}

/** What each kind says of itself, in the order it is offered; the list on the screen needs no setting up. */
function channelForms(): ChannelForm[] {
  return Object.values(channels)
    .filter(({ kind }) => kind !== 'in_app')
    .map(({ kind, settings, carries, acknowledges, address }: Channel<unknown>) => ({
      ...{ kind, carries, acknowledges, address },
      fields: fieldsOf(settings),
    }))
}

/** Names of the fields of a kind that are never shown again. */
export function secretFields(kind: ChannelKind): string[] {
  const fields = fieldsOf(channels[kind].settings)
  return fields.filter(({ input }) => input === 'secret').map(({ name }) => name)
}

function viewOf(row: ChannelRow, counts: DayCount = { handed: 0, failed: 0, waiting: 0 }): ChannelView {
  const { id, kind, name, agency, enabled, lastProblem, strikes } = row
  const secret = secretFields(kind)
  const shown = Object.entries(row.settings).filter(([field]) => !secret.includes(field))
  return {
    ...{ id, kind, name, agency, enabled, lastProblem, strikes, ...counts },
    settings: Object.fromEntries(shown) as ChannelView['settings'],
    lastHandedAt: row.lastHandedAt?.toISOString() ?? null,
    lastFailedAt: row.lastFailedAt?.toISOString() ?? null,
  }
}

function deadView({ message, post }: DeadLetter) {
  const { id, kind, attempts, problem, lastTriedAt, createdAt } = message
  return { id, kind, post, attempts, problem, at: (lastTriedAt ?? createdAt).toISOString() }
}
