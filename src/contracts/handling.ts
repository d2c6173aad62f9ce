import { z } from 'zod'
import { calledStates, callOutAnswers } from '#domain/call-out/call-out.ts'
import { supervisionReasons, supervisionStates } from '#domain/supervision/supervision.ts'
import { givenDeadline, listedTaskView, taskIncidentView, taskProposalView, taskView } from './tasks.ts'
import { instant, personView } from './views.ts'

/** 督办单 */
export const supervisionView = z.object({
  id: z.string(),
  incidentId: z.string(),
  year: z.number().int().nullable(),
  count: z.number().int().nullable(),
  state: z.enum(supervisionStates),
  reasons: z.array(z.enum(supervisionReasons)),
  proposedAt: instant,
  unit: z.string().nullable(),
  requirement: z.string().nullable(),
  dueAt: instant.nullable(),
  /** Working days the deadline was given in; null where it was given by the clock. */
  workingDays: z.number().int().nullable().optional(),
  /** Counted over days of a year whose days off are not announced yet. */
  provisional: z.boolean().optional(),
  openedAt: instant.nullable(),
  openedBy: personView.nullable(),
  reply: z.string().nullable(),
  repliedAt: instant.nullable(),
  repliedBy: personView.nullable(),
  reviewedAt: instant.nullable(),
  reviewedBy: personView.nullable(),
  reviewNote: z.string().nullable(),
  returns: z.number().int(),
  closedAt: instant.nullable(),
  closedBy: personView.nullable(),
  closedWith: personView.nullable(),
  overdueLevel: z.number().int(),
  version: z.number().int(),
})
export type SupervisionView = z.infer<typeof supervisionView>

/** 领导包案: a post, never a name. */
export const leaderView = z.object({
  id: z.string(),
  incidentId: z.string(),
  post: z.string(),
  agency: z.string(),
  state: z.enum(['in_charge', 'checked', 'replaced']),
  since: instant,
  promisedAt: instant,
  namedBy: personView,
  noteDueAt: instant,
  checkedAt: instant.nullable(),
  checkedBy: personView.nullable(),
  checkNote: z.string().nullable(),
  overdueLevel: z.number().int(),
  version: z.number().int(),
})
export type LeaderView = z.infer<typeof leaderView>

export const leaderNoteView = z.object({ at: instant, by: personView, note: z.string() })

export const calledPostView = z.object({
  id: z.string(),
  callOutId: z.string(),
  incidentId: z.string(),
  agency: z.string(),
  post: z.string(),
  duty: z.string(),
  state: z.enum(calledStates),
  calledAt: instant,
  answeredAt: instant.nullable(),
  answeredBy: personView.nullable(),
  etaMinutes: z.number().int().nullable(),
  arrivedAt: instant.nullable(),
  note: z.string().nullable(),
  version: z.number().int(),
})
export type CalledPostView = z.infer<typeof calledPostView>

export const postToCallView = z.object({
  key: z.string(),
  agency: z.string(),
  post: z.string(),
  duty: z.string(),
})
export type PostToCallView = z.infer<typeof postToCallView>

const four = <One extends z.ZodType>(one: One) =>
  z.object({ hotter: one, spreading: one, growing: one, changing: one })

/** 不激化、不蔓延、不升级、不转化, as last set. */
export const fourNotsView = z.object({
  answers: four(z.boolean()),
  since: four(instant.nullable()),
  evidence: z.string(),
  at: instant,
  by: personView,
})
export type FourNotsView = z.infer<typeof fourNotsView>

/** How an incident is handled: everything beyond acceptance and the two tracks. */
export const handlingView = z.object({
  tasks: z.array(taskView),
  proposals: z.array(taskProposalView),
  leader: leaderView.nullable(),
  leaderNotes: z.array(leaderNoteView),
  /** The grade asks for a leader in charge and none is named. */
  leaderProposed: z.boolean(),
  supervision: supervisionView.nullable(),
  called: z.array(calledPostView),
  /** Whom one press would call, unless they were called already. */
  toCall: z.array(postToCallView),
  massCallOutAbove: z.number().int(),
  nots: fourNotsView.nullable(),
})
export type HandlingView = z.infer<typeof handlingView>

export const listedSupervisionView = supervisionView.extend({ incident: taskIncidentView })
export type ListedSupervisionView = z.infer<typeof listedSupervisionView>
export const listedLeaderView = leaderView.extend({ incident: taskIncidentView })
export type ListedLeaderView = z.infer<typeof listedLeaderView>

export const supervisionListView = z.object({
  at: instant,
  supervisions: z.array(listedSupervisionView),
  leaders: z.array(listedLeaderView),
})
export type SupervisionListView = z.infer<typeof supervisionListView>

export const listedCallView = calledPostView.extend({ incident: taskIncidentView })
export type ListedCallView = z.infer<typeof listedCallView>

/** 待我: over all incidents. */
export const taskListView = z.object({
  at: instant,
  /** What my agency must sign or do. */
  mine: z.array(listedTaskView),
  /** What my agency assigned: to be checked first, then what others still do. */
  assigned: z.array(listedTaskView),
  /** Calls of my agency it has not come to yet. */
  calls: z.array(listedCallView),
})
export type TaskListView = z.infer<typeof taskListView>

const words = z.string().trim().min(2).max(500)
const known = z.object({ supervisionId: z.uuid(), version: z.number().int() })

/** Proposed by hand; a case already proposed or supervised is refused. */
export const proposeSupervisionInput = z.object({ incidentId: z.uuid() })

export const openSupervisionInput = known.extend({
  ...givenDeadline.shape,
  unit: z.string().min(1).max(40),
  requirement: words,
})
export type OpenSupervisionInput = z.input<typeof openSupervisionInput>

export const moveSupervisionInput = known.extend({
  move: z.enum(['dismiss', 'reply', 'return', 'pass']),
  note: words.nullable().default(null),
  ...givenDeadline.shape,
})
export type MoveSupervisionInput = z.input<typeof moveSupervisionInput>

/** Asks a second person to let the case be struck off. */
export const askCloseSupervisionInput = known.extend({ reason: words })
export type AskCloseSupervisionInput = z.input<typeof askCloseSupervisionInput>

export const readSupervisionInput = z.object({ supervisionId: z.uuid() })

export const nameLeaderInput = z.object({
  incidentId: z.uuid(),
  post: z.string().trim().min(2).max(40),
  agency: z.string().min(1).max(40),
  promisedAt: instant,
})
export type NameLeaderInput = z.input<typeof nameLeaderInput>

export const noteLeaderInput = z.object({ leaderId: z.uuid(), note: words })
export const checkLeaderInput = z.object({ leaderId: z.uuid(), version: z.number().int(), note: words })

export const sendCallOutInput = z.object({
  incidentId: z.uuid(),
  posts: z
    .array(postToCallView.omit({ key: true, duty: true }))
    .min(1)
    .max(200),
})
export type SendCallOutInput = z.input<typeof sendCallOutInput>

export const answerCallOutInput = z.object({
  calledId: z.uuid(),
  answer: z.enum(callOutAnswers),
  etaMinutes: z.number().int().min(1).max(600).nullable().default(null),
  note: words.nullable().default(null),
})
export type AnswerCallOutInput = z.input<typeof answerCallOutInput>

/** A follow-up report with the four set; null means not set, and is refused. */
export const recordFollowUpInput = z.object({
  incidentId: z.uuid(),
  answers: four(z.boolean().nullable()),
  evidence: z.string().trim().max(500),
  note: z.string().trim().max(500).nullable().default(null),
})
export type RecordFollowUpInput = z.input<typeof recordFollowUpInput>

/** How many were called at once; or that a second person must agree first. */
export const callOutAnswerView = z.object({ sent: z.number().int(), waits: z.boolean() })
export type CallOutAnswerView = z.infer<typeof callOutAnswerView>
