import { ensureDrillUsers } from '#auth/first-users.ts'
import { clearStage } from '#drill/clear-stage.ts'
import { wallClock } from '#drill/clock.ts'
import { drillSettings } from '#drill/drill-settings.ts'
import { equipTelephones } from '#drill/equip-telephones.ts'
import { startFeedServer } from '#drill/feed-server.ts'
import { playEvening } from '#drill/play-evening.ts'
import { registerFeeds, registerHotlines } from '#drill/register.ts'
import type { Round } from '#drill/round.ts'
import { drillEvening } from '#drill/scenario.ts'
import { callBody, sendCall } from '#drill/send-call.ts'
import { waitForWeb } from '#drill/wait-for-web.ts'
import { env } from '#platform/env.ts'
import { logger } from '#platform/log.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { database } from '#store/database.ts'
import { type FakeGateways, startFakeGateways } from '#testing/fake-gateways.ts'
import { contextFor, producer } from '#use-cases/context.ts'

/** sysexits.h: the configuration is wrong, starting again will not help. */
const exitCodeWrongConfiguration = 78

const log = logger('drill')
const settings = drillSettings(env())
if (!settings.ok) {
  log.fatal(
    { code: settings.refusal.code },
    'the drill runs only in the drill realm, with DRILL_FEED_PORT given',
  )
  process.exit(exitCodeWrongConfiguration)
}
const { feedPort, origin } = settings.value
const context = () => contextFor({ kind: 'system', name: 'drill' }, 'drill')
const evening = drillEvening()
const stop = new AbortController()
const clock = wallClock(stop.signal)
const rounds: Round[] = []

await ensureDrillUsers(database())
await clearStage(context())
const gateways = await startGateways()
const feeds = await startFeedServer(evening, rounds, clock, feedPort)
onShutdown(log, async () => {
  stop.abort()
  await feeds.close()
  await gateways?.close()
  await producer(log).close()
  await database().$client.end({ timeout: 2 })
})
await registerFeeds(context(), evening, feeds.urlOf)
const credentials = await registerHotlines(context(), evening)
// The evening begins when somebody can watch it.
await waitForWeb(origin, clock, stop.signal)
log.info({ feeds: evening.feeds.length, rounds: evening.rounds }, 'the evening begins')

await playEvening(evening, clock, {
  stopped: () => stop.signal.aborted,
  begin: (round) => rounds.push(round),
  async call(call) {
    const sender = credentials.get(call.script.hotline)
    if (!sender) throw new Error(`no hotline ${call.script.hotline} in the evening`)
    const told = { call: call.script.id }
    await sendCall(origin, sender, callBody(evening, call), clock.now(), stop.signal).then(
      (status) => log.info({ ...told, status }, 'called'),
      (error: Error) => log.warn({ ...told, reason: error.message }, 'a call did not get through'),
    )
  },
})
if (!stop.signal.aborted) log.info('the evening has been played; the drill rests')

/** The gateways by which the drill calls its invented posts; without a port it plays without telephones. */
async function startGateways(): Promise<FakeGateways | null> {
  const httpPort = env().DRILL_GATEWAY_PORT
  if (!httpPort) return null
  try {
    const started = await startFakeGateways({ httpPort, smtpPort: httpPort + 1 })
    await equipTelephones(context(), started.settingsOf)
    return started
  } catch (error) {
    log.warn({ reason: (error as Error).message }, 'the drill plays without telephones')
    return null
  }
}
