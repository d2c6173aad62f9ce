import { expect, it } from 'vitest'
import type { AgencyView, AlertView, IncidentView } from '#contracts/views.ts'
import { boardFixture } from '#testing/board-fixture.ts'
import { otherUnits } from './other-units.ts'

const board = boardFixture()
const [incident] = board.incidents as [IncidentView]
const [template] = incident.alerts as [AlertView]
const [first] = board.agencies as [AgencyView]
const unit = (key: string, kind: AgencyView['kind']): AgencyView => ({ ...first, key, kind, firstLine: null })
const agencies = [
  ...board.agencies.filter(({ firstLine }) => firstLine !== null),
  unit('police', 'member'),
  unit('housing', 'member'),
  unit('town', 'territory'),
]

it.each([
  ['the three stand elsewhere', ['zfw', 'xcb', 'rsj'], [], 0],
  ['the territory stands first however late it was asked', ['zfw', 'police', 'housing', 'town'], ['town'], 2],
  ['two have their places', ['police', 'town'], ['town', 'police'], 0],
])('%s', (_name, asked, shown, more) => {
  const units = otherUnits({ alerts: asked.map((agency) => ({ ...template, agency })) }, agencies)
  expect(units.shown.map(({ agency }) => agency)).toEqual(shown)
  expect(units.more).toBe(more)
})
