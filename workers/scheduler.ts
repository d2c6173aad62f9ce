import { traceOf } from '#platform/error-trace.ts'
import { openHostGate } from '#platform/host-politeness.ts'
import { logger } from '#platform/log.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { database } from '#store/database.ts'
import { beat } from '#store/heartbeats.ts'
import { keepIncidentRules, refreshIncidentRules } from '#store/incident-rules.ts'
import { carryOutJudgements } from '#use-cases/carry-out-judgements.ts'
import { contextFor, producer } from '#use-cases/context.ts'
import { escalateHandling } from '#use-cases/escalate-handling.ts'
import { expirePosts } from '#use-cases/expire-posts.ts'
import { expireReleases } from '#use-cases/expire-releases.ts'
import { makeDueReport } from '#use-cases/make-report.ts'
import { noticeReach } from '#use-cases/notice-reach.ts'
import { postDueHeads } from '#use-cases/post-heads.ts'
import { proposeSupervisions } from '#use-cases/propose-supervision.ts'
import { recountClocks } from '#use-cases/recount-clocks.ts'
import { remindUnits } from '#use-cases/remind-units.ts'
import { reproposeGrades } from '#use-cases/repropose-grades.ts'
import { renewSubscriptions } from '#use-cases/subscribe-hub.ts'
import { sweepAlerts } from '#use-cases/sweep-alerts.ts'
import { sweepClocks } from '#use-cases/sweep-clocks.ts'
import { tellLateProceedings } from '#use-cases/tell-late-proceedings.ts'
import { tellLateTransfers } from '#use-cases/tell-late-transfers.ts'
import { tellMissedInstalments } from '#use-cases/tell-missed-instalments.ts'
import { noticeEdition } from '#use-cases/turn-calendar.ts'
import { ordinaryManners } from '#use-cases/visit-host.ts'
import { watchSilence } from '#use-cases/watch-silence.ts'
import { every } from './every.ts'
import { sweepDueSources } from './sweep-due-sources.ts'
import { sweepWaitingPosts } from './sweep-waiting-posts.ts'

const log = logger('scheduler')
const queue = producer(log)
const gate = openHostGate(log)
const context = () => contextFor({ kind: 'system', name: 'scheduler' }, 'scheduler')

// Nothing is graded, called or reported before what is in force is known.
await refreshIncidentRules(database()).catch((error) => log.error(traceOf(error), 'the rules were not read'))
const rules = keepIncidentRules(database(), (error) => log.error(traceOf(error), 'the rules were not read'))
// A new edition of the product may know a year's notice that the one before did not.
await noticeEdition(context()).catch((error) => log.error(traceOf(error), 'the calendar was not looked at'))

const duties = [
  every(1_000, log, () => sweepAlerts(context())),
  every(1_000, log, () => sweepClocks(context())),
  every(1_000, log, () => recountClocks(context())),
  every(1_000, log, () => reproposeGrades(context())),
  every(1_000, log, () => sweepWaitingPosts(context(), queue)),
  every(1_000, log, () => carryOutJudgements(context())),
  every(1_000, log, () => sweepDueSources(context(), queue, ordinaryManners(gate))),
  every(2_000, log, () => escalateHandling(context())),
  every(5_000, log, () => proposeSupervisions(context())),
  every(5_000, log, () => tellMissedInstalments(context())),
  every(20_000, log, () => tellLateTransfers(context())),
  every(20_000, log, () => tellLateProceedings(context())),
  every(60_000, log, () => renewSubscriptions(context())),
  every(10_000, log, () => watchSilence(context())),
  every(10_000, log, () => noticeReach(context())),
  every(5_000, log, () => expireReleases(context())),
  every(3_600_000, log, () => expirePosts(context())),
  every(10_000, log, () => postDueHeads(context())),
  every(5_000, log, () => makeDueReport(context())),
  every(5_000, log, () => remindUnits(context())),
  every(3_000, log, () => beat(database(), 'scheduler', new Date())),
]
log.info('ready')

onShutdown(log, async () => {
  rules.close()
  await Promise.all(duties.map((duty) => duty.stop()))
  await queue.close()
  await gate.close()
  await database().$client.end({ timeout: 2 })
})
