'use server'
import { z } from 'zod'
import { addSourceInput, changeSourceInput } from '#contracts/commands.ts'
import { addSource as carryOutAdd } from '#use-cases/add-source.ts'
import { changeSource as carryOutChange } from '#use-cases/change-source.ts'
import { listSources as carryOutList } from '#use-cases/list-sources.ts'
import { command, query } from './command.ts'

export const listSources = query(z.undefined(), carryOutList)
export const addSource = command(addSourceInput, carryOutAdd)
export const changeSource = command(changeSourceInput, carryOutChange)
