'use server'
import { z } from 'zod'
import { dryRunInput, rollBackRulesInput, saveRulesInput, tryRulesInput } from '#contracts/rules.ts'
import { dryRunRules as carryOutDryRun } from '#use-cases/dry-run-rules.ts'
import { readRules as carryOutRead } from '#use-cases/read-rules.ts'
import { rollBackRules as carryOutRollBack } from '#use-cases/roll-back-rules.ts'
import { saveRules as carryOutSave } from '#use-cases/save-rules.ts'
import { tryRules as carryOutTry } from '#use-cases/try-rules.ts'
import { command, query } from './command.ts'

export const readRules = query(z.undefined(), carryOutRead)
export const tryRules = query(tryRulesInput, carryOutTry)
export const dryRunRules = query(dryRunInput, carryOutDryRun)
export const saveRules = command(saveRulesInput, carryOutSave)
export const rollBackRules = command(rollBackRulesInput, carryOutRollBack)
