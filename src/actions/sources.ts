'use server'
import { z } from 'zod'
import { addSourceInput, changeSourceInput } from '#contracts/commands.ts'
import { previewSourceInput } from '#contracts/coverage.ts'
import { addSource as carryOutAdd } from '#use-cases/add-source.ts'
import { changeSource as carryOutChange } from '#use-cases/change-source.ts'
import { listSourceForms as carryOutForms } from '#use-cases/list-source-forms.ts'
import { listSources as carryOutList } from '#use-cases/list-sources.ts'
import { previewNewSource as carryOutTrial } from '#use-cases/preview-new-source.ts'
import { previewSource as carryOutPreview } from '#use-cases/preview-source.ts'
import { readCoverage as carryOutCoverage } from '#use-cases/read-coverage.ts'
import { command, query } from './command.ts'

export const listSources = query(z.undefined(), carryOutList)
export const addSource = command(addSourceInput, carryOutAdd)
export const changeSource = command(changeSourceInput, carryOutChange)
export const previewSource = query(previewSourceInput, carryOutPreview)
export const readCoverage = query(z.undefined(), carryOutCoverage)
export const listSourceForms = query(z.undefined(), carryOutForms)
export const previewNewSource = query(addSourceInput, carryOutTrial)
