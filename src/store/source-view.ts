import type { PollingView, SourceView } from '#contracts/views.ts'
import { sourceStateOf } from '#domain/source/source-state.ts'
import type { HubSubscription } from './hub-subscriptions.ts'
import { hubStateOf } from './hub-subscriptions.ts'
import type { SourceRow } from './sources.ts'

/** A source as the screens show it; `subscription` when a hub was asked to push it. */
export function sourceViewOf(row: SourceRow, now: Date, subscription?: HubSubscription): SourceView {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    url: row.url,
    state: sourceStateOf({ ...row, paceSeconds: row.polling?.pace?.seconds ?? null }, now),
    intervalSeconds: row.intervalSeconds,
    lastSuccessAt: row.lastSuccessAt?.toISOString() ?? null,
    lastItemAt: row.lastItemAt?.toISOString() ?? null,
    lastErrorAt: row.lastErrorAt?.toISOString() ?? null,
    lastError: row.lastError,
    warnings: row.warnings,
    itemsSeen: row.itemsSeen,
    itemsFlagged: row.itemsFlagged,
    bestEffort: row.config.bestEffort === true,
    polling: pollingViewOf(row, now, subscription),
    silence: row.silence,
  }
}

function pollingViewOf(
  { polling, intervalSeconds, nextPollAt }: SourceRow,
  now: Date,
  subscription: HubSubscription | undefined,
): PollingView | null {
  if (!polling || intervalSeconds === null) return null
  const { pace, strikes, failure, validators } = polling
  return {
    paceSeconds: pace?.seconds ?? intervalSeconds,
    paceReason: pace?.reason ?? 'first_reading',
    withNews: pace?.withNews ?? 0,
    of: pace?.of ?? 0,
    nextPollAt: nextPollAt?.toISOString() ?? null,
    strikes,
    failure,
    validators: validators.verdict,
    hub: hubStateOf(subscription, now),
  }
}
