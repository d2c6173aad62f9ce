import { describe, expect, it } from 'vitest'
import { territoryKeys } from './gazetteer.ts'

describe('the territory of a place', () => {
  it.each<[string, string | null, string[]]>([
    ['a town', '330483102', ['t330483']],
    ['a county', '330421', ['t330421']],
    ['a town within a zone', '330402012', ['t330402', 'jkq']],
    ['乍浦镇, in the harbour zone', '330482101', ['t330482', 'gq']],
    ['a zone itself', '3304JK', ['jkq']],
    ['the whole city', '330400', []],
    ['nowhere known', null, []],
    ['a code nobody knows', '999999', []],
  ])('%s', (_, code, territories) => {
    expect(territoryKeys(code)).toEqual(territories)
  })
})
