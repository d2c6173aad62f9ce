import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { twoTracks } from '#testing/two-tracks.ts'
import { closeIncident } from './close-incident.ts'
import { enterLedger } from './enter-ledger.ts'
import { reopenIncident } from './reopen-incident.ts'

const { room, incidentId, as, found, untrue, verify, openNow, published, dutiesDone } = twoTracks()

const commands = [
  'verify true',
  'verify untrue',
  'cannot verify',
  'owe',
  'pay',
  'hold the line',
  'tell the facts',
  'clarify',
  'tell the result',
  'do the duties',
  'reopen',
  'close',
] as const
type Command = (typeof commands)[number]

/** What an onlooker knows, kept apart from the product's own rule. */
type Seen = { verdict: 'true' | 'untrue' | null; answered: boolean; owed: number; paid: number }

const money = { incidentId: '', yuan: 520_000, workers: 31, reference: '工资表及银行回单', on: '2026-11-23' }

async function carryOut(command: Command, seen: Seen): Promise<Seen> {
  const ledger = { ...money, incidentId: incidentId() }
  await room().clock.forward('1m')
  switch (command) {
    case 'verify true':
      return (await verify(found())).ok ? { ...seen, verdict: 'true', answered: false } : seen
    case 'verify untrue':
      return (await verify(untrue())).ok ? { ...seen, verdict: 'untrue', answered: false } : seen
    case 'cannot verify': {
      const nextTryAt = new Date(room().clock.now().getTime() + 3_600_000).toISOString()
      const made = await verify(found({ outcome: 'unverifiable', nextTryAt }))
      return made.ok ? { ...seen, verdict: null, answered: false } : seen
    }
    case 'owe': {
      const made = await enterLedger(as('rsj'), { kind: 'owed', ...ledger })
      return made.ok ? { ...seen, owed: money.yuan } : seen
    }
    case 'pay': {
      const made = await enterLedger(as('rsj'), { kind: 'paid', ...ledger, source: 'employer' })
      return made.ok ? { ...seen, paid: seen.paid + money.yuan } : seen
    }
    case 'do the duties':
      await dutiesDone()
      return seen
    case 'reopen': {
      const made = await reopenIncident(as('rsj'), { incidentId: incidentId(), why: '又有新的情况反映' })
      return made.ok ? { ...seen, verdict: null, answered: false } : seen
    }
    case 'close':
      await closeIncident(as('rsj'), { incidentId: incidentId(), why: '工资已全部发放到人' })
      return seen
    default:
      return replied(command, seen)
  }
}

async function replied(command: Command, seen: Seen): Promise<Seen> {
  const kinds = {
    'hold the line': 'holding',
    'tell the facts': 'facts',
    clarify: 'clarification',
    'tell the result': 'final',
  } as const
  const kind = kinds[command as keyof typeof kinds]
  const made = await published(kind).catch(() => null)
  return made?.ok && kind !== 'holding' ? { ...seen, answered: true } : seen
}

describe('no sequence of commands', () => {
  it('closes an incident with an open track', { timeout: 240_000 }, async () => {
    let closings = 0
    let seen: Seen = { verdict: null, answered: false, owed: 0, paid: 0 }
    const sequence = fc.array(fc.constantFrom(...commands), { minLength: 6, maxLength: 14 })
    const run = async (given: readonly Command[]) => {
      for (const command of given) {
        seen = await carryOut(command, seen)
        if ((await openNow()) > 0) continue
        closings += 1
        expect(seen.verdict, 'closed without verified facts').not.toBeNull()
        expect(seen.answered, 'closed without an answer').toBe(true)
        if (seen.verdict === 'true') expect(seen.paid, 'closed unpaid').toBeGreaterThanOrEqual(money.yuan)
      }
    }
    // One incident lives through all of it, so that what was said long ago cannot help it to close either.
    await fc.assert(fc.asyncProperty(sequence, run), { numRuns: 12, endOnFailure: true, seed: 20_261_123 })
    await run(['reopen', 'do the duties', 'verify untrue', 'close', 'clarify', 'close'])
    expect(closings).toBeGreaterThan(0)
  })
})
