import { later, type Sent, type Tools } from '#channels/channel.ts'
import { traceOf } from '#platform/error-trace.ts'
import type { GatewayReach } from '#platform/gateway-reach.ts'
import { listAgencies } from '#store/agencies.ts'
import type { MessageRow } from '#store/pages.ts'
import { advancePages } from './advance-pages.ts'
import type { Context } from './context.ts'
import { ensureVapidKeys } from './ensure-vapid-keys.ts'
import { leaseDueMessages } from './lease-due-messages.ts'
import { planPages } from './plan-pages.ts'
import { sendMessage } from './send-message.ts'
import { type Answered, settleMessages } from './settle-messages.ts'

export type Notifier = {
  /** Reads the log, moves pages on and hands over what is due; returns while gateways are still answering. */
  round(): Promise<void>
  /** When nothing is under way. */
  idle(): Promise<void>
}

/**
 * The loop that gets through. Everything it promises stands in rows: whatever dies, and wherever, the next round
 * of any process takes it up with the same key.
 */
export function openNotifier(contextOf: () => Context, reach: GatewayReach): Notifier {
  const underWay = new Map<string, number>()
  const sending = new Set<Promise<void>>()
  const count = (lane: string, by: number) => underWay.set(lane, (underWay.get(lane) ?? 0) + by)
  const send = openSender(contextOf, reach)
  const settle = openSettling(contextOf)

  const handOver = async (lane: string, message: MessageRow) => {
    await settle({ leased: message, sent: await send(message) })
    count(lane, -1)
  }
  return {
    async round() {
      // An event that cannot be followed must not keep back the calls that are already written.
      const planned = await planAll(contextOf).catch(
        (error: unknown) => new Error('not planned', { cause: error }),
      )
      while ((await advancePages(contextOf())) > 0);
      const leased = await leaseDueMessages(contextOf(), (lane) => underWay.get(lane) ?? 0)
      for (const { lane, message } of leased) {
        count(lane, 1)
        const running = handOver(lane, message).finally(() => sending.delete(running))
        sending.add(running)
      }
      if (planned) throw planned
    },
    async idle() {
      await Promise.all(sending)
    },
  }
}

async function planAll(contextOf: () => Context): Promise<void> {
  while ((await planPages(contextOf())) > 0);
}

/** Sends with what does not change from message to message at hand. */
function openSender(contextOf: () => Context, reach: GatewayReach): (message: MessageRow) => Promise<Sent> {
  let standing: Promise<{ names: Map<string, string>; vapid: Tools['vapid'] }> | null = null
  const read = async () => {
    const context = contextOf()
    const [agencies, vapid] = await Promise.all([listAgencies(context.db), ensureVapidKeys(context)])
    return { vapid, names: new Map(agencies.map(({ key, short }) => [key, short])) }
  }
  return async (message) => {
    const context = contextOf()
    try {
      standing ??= read()
      const { names, vapid } = await standing
      const tools: Tools = { ...reach, now: context.now, vapid }
      return await sendMessage(context, message, tools, (key) => names.get(key ?? '') ?? '')
    } catch (error) {
      standing = null
      context.log.error({ channel: message.kind, ...traceOf(error) }, 'a message could not be handed over')
      return later('unexpected')
    }
  }
}

/** Settles together what was answered while the last settling ran; what cannot be settled is found by its lease. */
function openSettling(contextOf: () => Context): (answered: Answered) => Promise<void> {
  let waiting: Answered[] = []
  let next: Promise<void> | null = null
  let running: Promise<void> = Promise.resolve()
  const settleAll = async () => {
    next = null
    const answers = waiting
    waiting = []
    const context = contextOf()
    await settleMessages(context, answers).catch((error: unknown) =>
      context.log.error(traceOf(error), 'answers of gateways could not be written down'),
    )
  }
  return (answered) => {
    waiting.push(answered)
    if (!next) {
      next = running.then(settleAll)
      running = next
    }
    return next
  }
}
