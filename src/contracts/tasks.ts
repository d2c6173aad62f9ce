import { z } from 'zod'
import { licenceOutcomes, taskMoves, taskStates } from '#domain/task/task.ts'
import { gradeView, instant, personView, rangeView } from './views.ts'

export const licenceOutcome = z.enum(licenceOutcomes)

/** 交办单 as screens and the printed page show it. */
export const taskView = z.object({
  id: z.string(),
  incidentId: z.string(),
  year: z.number().int(),
  count: z.number().int(),
  kind: z.string(),
  what: z.string(),
  basis: z.string().nullable(),
  required: z.boolean(),
  agency: z.string(),
  state: z.enum(taskStates),
  assignedAt: instant,
  assignedBy: personView,
  signDueAt: instant,
  dueAt: instant,
  /** Working days the deadline was given in; null where it was given by the clock. */
  workingDays: z.number().int().nullable().optional(),
  /** Counted over days of a year whose days off are not announced yet. */
  provisional: z.boolean().optional(),
  signedAt: instant.nullable(),
  signedBy: personView.nullable(),
  reportedAt: instant.nullable(),
  reportedBy: personView.nullable(),
  feedback: z.string().nullable(),
  outcome: licenceOutcome.nullable(),
  reviewedAt: instant.nullable(),
  reviewedBy: personView.nullable(),
  reviewNote: z.string().nullable(),
  returns: z.number().int(),
  overdueLevel: z.number().int(),
  version: z.number().int(),
})
export type TaskView = z.infer<typeof taskView>

/** A line of the checklist that is not yet assigned. */
export const taskProposalView = z.object({
  kind: z.string(),
  what: z.string(),
  agency: z.string(),
  dueAt: instant,
  workingDays: z.number().int().nullable(),
  provisional: z.boolean(),
  required: z.boolean(),
  basis: z.string(),
})
export type TaskProposalView = z.infer<typeof taskProposalView>

/** As much of its incident as the agency of a task needs, whether or not it is on the route. */
export const taskIncidentView = z.object({
  id: z.string(),
  number: z.string(),
  headline: z.string(),
  place: z.string().nullable(),
  grade: gradeView,
  /** The territory that handles it, by key. */
  territory: z.string().nullable(),
  route: z.array(z.string()),
  amountYuan: rangeView.nullable(),
  workers: rangeView.nullable(),
})
export type TaskIncidentView = z.infer<typeof taskIncidentView>

/** A task of my agency's, or one it assigned, outside its incident. */
export const listedTaskView = taskView.extend({ incident: taskIncidentView })
export type ListedTaskView = z.infer<typeof listedTaskView>

const words = z.string().trim().min(2).max(500)

/** A deadline by working days, or by the clock; working days count where both are given. */
export const givenDeadline = z.object({
  dueAt: instant.nullable().default(null),
  workingDays: z.number().int().min(1).max(60).nullable().default(null),
})
export type GivenDeadline = z.output<typeof givenDeadline>

export const assignTaskInput = givenDeadline.extend({
  incidentId: z.uuid(),
  kind: z.string().min(1).max(60),
  agency: z.string().min(1).max(40),
  /** Left out for a kind of the checklist: its own sentence. */
  what: words.nullable().default(null),
})
export type AssignTaskInput = z.input<typeof assignTaskInput>

export const moveTaskInput = givenDeadline.extend({
  taskId: z.uuid(),
  version: z.number().int(),
  move: z.enum(taskMoves),
  note: words.nullable().default(null),
  outcome: licenceOutcome.nullable().default(null),
})
export type MoveTaskInput = z.input<typeof moveTaskInput>

export const readTaskInput = z.object({ taskId: z.uuid() })
