import webPush from 'web-push'
import { ensureHouseKey } from '#store/channels.ts'
import type { Context } from './context.ts'

/** The keys by which push services know this house; made once, since every subscription is bound to them. */
export async function ensureVapidKeys({
  db,
  now,
}: Pick<Context, 'db' | 'now'>): Promise<{ publicKey: string; privateKey: string }> {
  const { publicKey = '', privateKey = '' } = await ensureHouseKey(
    db,
    'vapid',
    () => ({ ...webPush.generateVAPIDKeys() }),
    now,
  )
  return { publicKey, privateKey }
}
