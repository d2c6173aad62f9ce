import { later, type Tools } from '#channels/channel.ts'
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
import { settleMessage } from './settle-message.ts'

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
  let names: Map<string, string> | null = null
  let vapid: Tools['vapid'] | null = null

  const handOver = async (lane: string, message: MessageRow) => {
    underWay.set(lane, (underWay.get(lane) ?? 0) + 1)
    try {
      const context = contextOf()
      vapid ??= await ensureVapidKeys(context)
      names ??= new Map((await listAgencies(context.db)).map(({ key, short }) => [key, short]))
      const tools: Tools = { ...reach, now: context.now, vapid }
      const sent = await sendMessage(context, message, tools, (key) => names?.get(key ?? '') ?? '').catch(
        (error: unknown) => {
          context.log.error(
            { channel: message.kind, ...traceOf(error) },
            'a message could not be handed over',
          )
          return later('unexpected')
        },
      )
      await settleMessage(contextOf(), message, sent)
    } catch (error) {
      // The lease runs out and the message is taken up again.
      contextOf().log.error({ channel: message.kind, ...traceOf(error) }, 'a message could not be settled')
    } finally {
      underWay.set(lane, (underWay.get(lane) ?? 1) - 1)
    }
  }
  const launch = (lane: string, message: MessageRow) => {
    const running = handOver(lane, message).finally(() => sending.delete(running))
    sending.add(running)
  }

  return {
    async round() {
      while ((await planPages(contextOf())) > 0);
      while ((await advancePages(contextOf())) > 0);
      const leased = await leaseDueMessages(contextOf(), (lane) => underWay.get(lane) ?? 0)
      for (const { lane, message } of leased) launch(lane, message)
    },
    async idle() {
      await Promise.all(sending)
    },
  }
}
