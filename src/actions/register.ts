'use server'
import { readRegisterInput } from '#contracts/register.ts'
import { readRegister as carryOutRead } from '#use-cases/read-register.ts'
import { query } from './command.ts'

export const readRegister = query(readRegisterInput, carryOutRead)
