'use server'
import { z } from 'zod'
import {
  channelIdInput,
  pushKeysInput,
  retryMessageInput,
  saveChannelInput,
  testChannelInput,
} from '#contracts/channels.ts'
import {
  dropPushSubscription as carryOutDrop,
  keepPushSubscription as carryOutKeep,
  readPushKey as carryOutReadKey,
} from '#use-cases/keep-push-subscription.ts'
import { listChannels as carryOutList } from '#use-cases/list-channels.ts'
import { renewFeedToken as carryOutRenew } from '#use-cases/renew-feed-token.ts'
import { retryMessage as carryOutRetry } from '#use-cases/retry-message.ts'
import { removeChannel as carryOutRemove, saveChannel as carryOutSave } from '#use-cases/save-channel.ts'
import { testChannel as carryOutTest } from '#use-cases/test-channel.ts'
import { command, query } from './command.ts'

export const listChannels = query(z.undefined(), carryOutList)
export const saveChannel = command(saveChannelInput, carryOutSave)
export const removeChannel = command(channelIdInput, carryOutRemove)
export const testChannel = command(testChannelInput, carryOutTest)
export const retryMessage = command(retryMessageInput, carryOutRetry)
export const renewFeedToken = command(z.undefined(), carryOutRenew)

export const readPushKey = query(z.undefined(), carryOutReadKey)
export const keepPushSubscription = command(pushKeysInput, carryOutKeep)
export const dropPushSubscription = command(z.object({ endpoint: z.string().max(1_000) }), carryOutDrop)
