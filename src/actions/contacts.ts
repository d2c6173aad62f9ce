'use server'
import { z } from 'zod'
import { removeContactInput, saveContactInput, testContactInput } from '#contracts/contacts.ts'
import { listContacts as carryOutList } from '#use-cases/list-contacts.ts'
import { logTestCall as carryOutTest } from '#use-cases/log-test-call.ts'
import { removeContact as carryOutRemove, saveContact as carryOutSave } from '#use-cases/save-contact.ts'
import { command, query } from './command.ts'

export const listContacts = query(z.undefined(), carryOutList)
export const saveContact = command(saveContactInput, carryOutSave)
export const removeContact = command(removeContactInput, carryOutRemove)
export const logTestCall = command(testContactInput, carryOutTest)
