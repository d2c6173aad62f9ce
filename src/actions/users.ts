'use server'
import { z } from 'zod'
import { addUser as addUserInput, changeUser as changeUserInput } from '#contracts/account.ts'
import { addUser as carryOutAdd } from '#use-cases/add-user.ts'
import { changeUser as carryOutChange } from '#use-cases/change-user.ts'
import { listUsers as carryOutList } from '#use-cases/list-users.ts'
import { command, query } from './command.ts'

export const addUser = command(addUserInput, carryOutAdd)
export const changeUser = command(changeUserInput, carryOutChange)
export const listUsers = query(z.undefined(), carryOutList)
