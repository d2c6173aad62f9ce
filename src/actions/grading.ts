'use server'
import { z } from 'zod'
import { readIncidentInput } from '#contracts/commands.ts'
import {
  dryRunGradesInput,
  endDangerInput,
  regradeIncidentInput,
  rollBackInput,
  routeByHandInput,
  saveGradesInput,
  stateFactInput,
} from '#contracts/grading.ts'
import { saveRoutesInput, tryRoutesInput } from '#contracts/routing.ts'
import type { Context } from '#use-cases/context.ts'
import { dryRunGrades as carryOutDryRun } from '#use-cases/dry-run-grades.ts'
import { endDanger as carryOutEnd } from '#use-cases/end-danger.ts'
import { readAssessment as carryOutReadAssessment } from '#use-cases/read-assessment.ts'
import { readGrades as carryOutReadGrades } from '#use-cases/read-grades.ts'
import { readRoutes as carryOutReadRoutes } from '#use-cases/read-routes.ts'
import { regradeIncident as carryOutRegrade } from '#use-cases/regrade-incident.ts'
import { rollBackEdition } from '#use-cases/roll-back-edition.ts'
import { routeByHand as carryOutRoute } from '#use-cases/route-by-hand.ts'
import { saveEdition } from '#use-cases/save-edition.ts'
import { stateFact as carryOutState } from '#use-cases/state-fact.ts'
import { tryRoutes as carryOutTry } from '#use-cases/try-routes.ts'
import { command, query } from './command.ts'

export const regradeIncident = command(regradeIncidentInput, carryOutRegrade)
export const stateFact = command(stateFactInput, carryOutState)
export const endDanger = command(endDangerInput, carryOutEnd)
export const routeByHand = command(routeByHandInput, carryOutRoute)

export const readAssessment = query(readIncidentInput, carryOutReadAssessment)
export const readGrades = query(z.undefined(), carryOutReadGrades)
export const dryRunGrades = query(dryRunGradesInput, carryOutDryRun)
export const saveGrades = command(saveGradesInput, carryOutSaveGrades)
export const rollBackGrades = command(rollBackInput, carryOutRollBackGrades)

export const readRoutes = query(z.undefined(), carryOutReadRoutes)
export const tryRoutes = query(tryRoutesInput, carryOutTry)
export const saveRoutes = command(saveRoutesInput, carryOutSaveRoutes)
export const rollBackRoutes = command(rollBackInput, carryOutRollBackRoutes)

async function carryOutSaveGrades(context: Context, input: z.output<typeof saveGradesInput>) {
  return saveEdition(context, 'grades', input)
}

async function carryOutRollBackGrades(context: Context, input: z.output<typeof rollBackInput>) {
  return rollBackEdition(context, 'grades', input)
}

async function carryOutSaveRoutes(context: Context, { lines, ...input }: z.output<typeof saveRoutesInput>) {
  return saveEdition(context, 'routes', { rules: lines, ...input })
}

async function carryOutRollBackRoutes(context: Context, input: z.output<typeof rollBackInput>) {
  return rollBackEdition(context, 'routes', input)
}
