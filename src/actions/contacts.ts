'use server'
import { z } from 'zod'
import {
  removeContactInput,
  saveContactInput,
  saveOwnCallsInput,
  testContactInput,
  tryOwnCallInput,
} from '#contracts/contacts.ts'
import { listContacts as carryOutList } from '#use-cases/list-contacts.ts'
import { logTestCall as carryOutTest } from '#use-cases/log-test-call.ts'
import {
  readOwnCalls as carryOutReadOwn,
  saveOwnCalls as carryOutSaveOwn,
  tryOwnCall as carryOutTry,
} from '#use-cases/own-calls.ts'
import { removeContact as carryOutRemove, saveContact as carryOutSave } from '#use-cases/save-contact.ts'
import { command, query } from './command.ts'

export const listContacts = query(z.undefined(), carryOutList)
export const saveContact = command(saveContactInput, carryOutSave)
export const removeContact = command(removeContactInput, carryOutRemove)
export const logTestCall = command(testContactInput, carryOutTest)
export const readOwnCalls = query(z.undefined(), carryOutReadOwn)
export const saveOwnCalls = command(saveOwnCallsInput, carryOutSaveOwn)
export const tryOwnCall = command(tryOwnCallInput, carryOutTry)
