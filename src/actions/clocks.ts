'use server'
import {
  enterDayInput,
  enterNoticeInput,
  pauseStepInput,
  readCalendarInput,
  removeDayInput,
  resumeStepInput,
} from '#contracts/clock.ts'
import { readIncidentInput } from '#contracts/commands.ts'
import { enterDay as carryOutEnterDay } from '#use-cases/enter-day.ts'
import { enterNotice as carryOutEnterNotice } from '#use-cases/enter-notice.ts'
import { pauseStep as carryOutPause } from '#use-cases/pause-step.ts'
import { readCalendar as carryOutReadCalendar } from '#use-cases/read-calendar.ts'
import { readPauses as carryOutReadPauses } from '#use-cases/read-pauses.ts'
import { removeDay as carryOutRemoveDay } from '#use-cases/remove-day.ts'
import { resumeStep as carryOutResume } from '#use-cases/resume-step.ts'
import { command, query } from './command.ts'

export const pauseStep = command(pauseStepInput, carryOutPause)
export const resumeStep = command(resumeStepInput, carryOutResume)
export const enterDay = command(enterDayInput, carryOutEnterDay)
export const removeDay = command(removeDayInput, carryOutRemoveDay)
export const enterNotice = command(enterNoticeInput, carryOutEnterNotice)
export const readCalendar = query(readCalendarInput, carryOutReadCalendar)
export const readPauses = query(readIncidentInput, carryOutReadPauses)
