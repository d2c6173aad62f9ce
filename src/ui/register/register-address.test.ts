import { describe, expect, it } from 'vitest'
import { registerFilters } from '#contracts/register.ts'
import { addressOf, filtersSet } from './register-address.ts'

const read = (address: string) => registerFilters.parse(Object.fromEntries(new URLSearchParams(address)))

describe('the address of the register', () => {
  it.each([
    '',
    'state=open',
    'state=closed&grade=II&territory=t330483',
    'kind=construction&unaccepted=xcb&overdue=1',
    'from=2026-11-01&to=2026-11-23&words=%E6%BF%AE%E9%99%A2&sort=changed',
  ])('%s says the same when it is read and written again', (address) => {
    expect(addressOf(read(address))).toBe(address)
  })

  it('leaves out what nobody understands', () => {
    expect(addressOf(read('state=gone&grade=V&from=yesterday&sort=size&overdue=2&words='))).toBe('')
  })

  it('counts what narrows', () => {
    expect(filtersSet(read('state=open&words=x&sort=changed'))).toBe(2)
  })
})
