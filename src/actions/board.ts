'use server'
import { z } from 'zod'
import { readIncidentInput } from '#contracts/commands.ts'
import { readBoard as carryOutReadBoard } from '#use-cases/read-board.ts'
import { readFindings as carryOutReadFindings } from '#use-cases/read-findings.ts'
import { readIncident as carryOutReadIncident } from '#use-cases/read-incident.ts'
import { readLikelyJoins as carryOutReadLikely } from '#use-cases/read-likely-joins.ts'
import { readPulse as carryOutReadPulse } from '#use-cases/read-pulse.ts'
import { query } from './command.ts'

export const readBoard = query(z.undefined(), carryOutReadBoard)
export const readFindings = query(z.undefined(), carryOutReadFindings)
export const readPulse = query(z.undefined(), carryOutReadPulse)
export const readIncident = query(readIncidentInput, carryOutReadIncident)
export const readLikelyJoins = query(readIncidentInput, carryOutReadLikely)
