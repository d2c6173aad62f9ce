import { afterEach, beforeEach } from 'vitest'
import { approveRelease } from '#use-cases/approve-release.ts'
import { askRelease } from '#use-cases/ask-release.ts'
import { closeIncident } from '#use-cases/close-incident.ts'
import { draftReply } from '#use-cases/draft-reply.ts'
import { enterLedger } from '#use-cases/enter-ledger.ts'
import { publishReply } from '#use-cases/publish-reply.ts'
import { readTracks } from '#use-cases/read-tracks.ts'
import { recordFollowUp } from '#use-cases/record-follow-up.ts'
import { recordStep } from '#use-cases/record-step.ts'
import { type GivenFindings, verifyFacts } from '#use-cases/verify-facts.ts'
import { openScenario, type Scenario } from './scenario.ts'

type Role = 'duty' | 'leader' | 'office'
type ReplyKind = 'holding' | 'facts' | 'clarification' | 'final'
type Answer<T> = { ok: true; value: T } | { ok: false; refusal: { code: string; details: object } }

export const evidence = [
  { kind: 'site_visit' as const, text: '到厂核对考勤与工资表', document: null, sha256: null },
]
export const comparison = { claimed: '38 人被欠 65.4 万元', found: '31 人，52 万元', basis: '工资表' }

/** 'ok', or the code of the refusal. */
export function code(answer: Answer<unknown>): string {
  return answer.ok ? 'ok' : answer.refusal.code
}

export function value<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}

/** Every condition that a refused closing named. */
export function unmet(answer: Answer<unknown>): string[] {
  if (answer.ok) return []
  return String((answer.refusal.details as { unmet?: string }).unmet ?? '').split(' ')
}

/** A public claim of 38 workers at 濮院 before each test, and what officers do about it on both tracks. */
export function twoTracks() {
  let room: Scenario
  let incidentId: string
  beforeEach(async () => {
    room = await openScenario()
    const forum = await room.feed('本地论坛')
    await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落，一共65.4万')
    incidentId = (await room.onlyIncident()).id
  })
  afterEach(() => room.drop())

  const as = (agency: string, role: Role = 'duty') => room.contextOf(room.officer(agency, role))
  const found = (more: Partial<GivenFindings> = {}): GivenFindings => ({
    incidentId,
    outcome: 'true',
    employer: null,
    workers: 31,
    owedYuan: 520_000,
    paidYuan: 0,
    causes: ['flight'],
    course: '11月23日到厂核对考勤、工资表，询问工人代表',
    comparisons: [],
    nextStep: '责令五日内支付',
    nextTryAt: null,
    evidence,
    ...more,
  })
  const nothing = { workers: null, owedYuan: null, paidYuan: null, causes: [], nextStep: null }
  const ask = (replyId: string, agency: string, signedName: string | null) =>
    askRelease(as(agency), {
      ...{ kind: 'public_reply', incidentId, payload: { replyId }, reason: null, signedName },
    })
  const draft = (kind: ReplyKind, addition: string | null = null) =>
    draftReply(as('xcb'), { incidentId, kind, addition, withGuidance: true })

  return {
    room: () => room,
    incidentId: () => incidentId,
    ...{ as, found, ask, draft },
    untrue: () => found({ outcome: 'untrue', comparisons: [comparison], ...nothing }),
    verify: (given: GivenFindings, agency = 'rsj') => verifyFacts(as(agency), given),
    tracks: async (agency = 'rsj') => value(await readTracks(as(agency), { incidentId })),
    openNow: async () => (await room.board()).incidents.length,
    stepNow: async (name: string) =>
      (await room.onlyIncident()).steps.find(({ step }) => step === name)?.doneAt ?? null,
    /** Drafts, has both units sign, and records the publication. */
    async published(kind: ReplyKind) {
      const reply = value(await draft(kind))
      const asked = value(await ask(reply.id, 'rsj', '示例甲'))
      value(await approveRelease(as('xcb'), { releaseId: asked.id, version: 1, signedName: '示例乙' }))
      return publishReply(as('xcb'), {
        ...{ replyId: reply.id, version: 2, place: '嘉兴发布', url: 'https://example.org/1' },
        publishedAt: room.clock.now().toISOString(),
      })
    },
    async paidInFull(yuan = 520_000) {
      const entry = { incidentId, yuan, workers: 31, reference: '工资表及银行回单', on: '2026-11-23' }
      value(await enterLedger(as('rsj'), { kind: 'owed', ...entry }))
      value(await enterLedger(as('rsj'), { kind: 'paid', ...entry, source: 'employer' }))
    },
    close: (agency = 'rsj', role: Role = 'duty') =>
      closeIncident(as(agency, role), { incidentId, why: '工资已全部发放到人' }),
    /** What the grade of this incident asks for besides both tracks. */
    async dutiesDone() {
      for (const step of ['on_site', 'phone_report', 'written_report'] as const) {
        const agency = step === 'written_report' ? 'xcb' : 'rsj'
        await recordStep(as(agency), { incidentId, step, note: null })
      }
      const answers = { hotter: false, spreading: false, growing: false, changing: false }
      await recordFollowUp(as('rsj'), { incidentId, answers, evidence: '现场平稳', note: null })
    },
  }
}
