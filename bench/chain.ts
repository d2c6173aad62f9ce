import evening from '#seeds/drill-evening.json' with { type: 'json' }
import { linksBehind, lockLogHead } from '#store/event-chain.ts'
import { record } from '#store/event-log.ts'
import { openScenario } from '#testing/scenario.ts'
import { verifyLog } from '#use-cases/verify-log.ts'
import { type Figure, share } from './table.ts'

const eventsAtOnce = 500
const rounds = 20

/** What the chain costs whoever records, and how long it takes to prove ten thousand fat events. */
export async function chainParts(): Promise<Figure[]> {
  const room = await openScenario()
  try {
    const forum = await room.feed('论坛')
    for (const { title, text } of evening.posts.slice(0, 4)) await forum.publishes(`${title} ${text}`)
    const [incident] = (await room.board()).incidents
    if (!incident) throw new Error('no incident to record')
    const happened = Array.from({ length: eventsAtOnce }, () => ({
      name: 'incident.joined' as const,
      data: { incident, source: '论坛', rule: 'same_text' },
      incidentId: incident.id,
      route: ['zfw', 'xcb', 'rsj'],
    }))
    const whole: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      whole.push(
        await timed(() => room.db.transaction((tx) => record(tx, happened, { at: new Date(), actor: null }))),
      )
    }
    const head = await room.db.transaction(lockLogHead)
    const facts = happened.map(({ name, data, incidentId, route }) => {
      return { name, data, at: new Date().toISOString(), incident: incidentId, route, actor: null }
    })
    const hashing: number[] = []
    for (let round = 0; round < rounds; round += 1)
      hashing.push(await timed(async () => linksBehind(head, facts)))
    let events = 0
    const proving = await timed(async () => {
      const verdict = await verifyLog(room.contextOf())
      if (!verdict.ok || verdict.value.broken) throw new Error('the chain is broken')
      events = verdict.value.events
    })
    const bytes = Buffer.byteLength(JSON.stringify(happened[0]?.data))
    return [
      {
        what: `record ${eventsAtOnce} events`,
        value: share(whole, 0.5),
        unit: 'ms',
        limit: 500,
        note: `${bytes} bytes each; p95 ${share(whole, 0.95).toFixed(0)} ms; of it hashing ${share(hashing, 0.5).toFixed(0)} ms`,
      },
      {
        what: 'anxin audit verify, per 10,000 events',
        value: (proving / events) * 10_000,
        unit: 'ms',
        limit: 10_000,
        note: `${events} events`,
      },
    ]
  } finally {
    await room.drop()
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}
