'use server'
import { z } from 'zod'
import {
  approveReleaseInput,
  askReleaseInput,
  breakGlassInput,
  countersignReleaseInput,
  declineReleaseInput,
} from '#contracts/release.ts'
import { approveRelease as carryOutApprove } from '#use-cases/approve-release.ts'
import { askRelease as carryOutAsk } from '#use-cases/ask-release.ts'
import { breakGlass as carryOutBreak } from '#use-cases/break-glass.ts'
import { countersignRelease as carryOutCountersign } from '#use-cases/countersign-release.ts'
import { declineRelease as carryOutDecline } from '#use-cases/decline-release.ts'
import { readReleases as carryOutRead } from '#use-cases/read-releases.ts'
import { command, query } from './command.ts'

export const askRelease = command(askReleaseInput, carryOutAsk)
export const approveRelease = command(approveReleaseInput, carryOutApprove)
export const declineRelease = command(declineReleaseInput, carryOutDecline)
export const breakGlass = command(breakGlassInput, carryOutBreak)
export const countersignRelease = command(countersignReleaseInput, carryOutCountersign)
export const readReleases = query(z.undefined(), carryOutRead)
