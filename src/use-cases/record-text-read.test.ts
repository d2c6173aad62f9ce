import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Actor } from '#domain/permission.ts'
import { event } from '#store/tables/event.ts'
import { openScenario, type Scenario } from '#testing/scenario.ts'
import { readIncident } from './read-incident.ts'

let room: Scenario
let incidentId: string
beforeEach(async () => {
  room = await openScenario()
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  incidentId = (await room.onlyIncident()).id
})
afterEach(() => room.drop())

const opens = (actor: Actor) => readIncident(room.contextOf(actor), { incidentId })
const noted = () => room.db.select().from(event).where(eq(event.name, 'text.read'))

it('notes who opened the posts of an incident, once an hour however often the screen reads again', async () => {
  const officer = room.officer('rsj')
  await Promise.all([opens(officer), opens(officer), opens(officer)])
  await opens(officer)
  expect(await noted()).toHaveLength(1)
  expect((await noted())[0]).toMatchObject({
    incidentId,
    actor: { post: 'rsj duty', agency: 'rsj' },
    data: { incidentId, by: { post: 'rsj duty', agency: 'rsj' } },
    route: null,
  })
  await opens(room.officer('xcb'))
  expect(await noted()).toHaveLength(2)
  await room.clock.forward('1h')
  await opens(officer)
  expect(await noted()).toHaveLength(3)
})

it('notes nothing where no text was shown', async () => {
  const shown = await opens(room.officer('rsj', 'wall'))
  expect(shown).toMatchObject({ ok: true, value: { posts: [], textHidden: true } })
  await opens({ kind: 'system', name: 'scenario' })
  expect(await noted()).toEqual([])
})

it('shows the place in the chain of the incident’s newest event', async () => {
  const shown = await opens(room.officer('rsj'))
  const events = await room.db.select().from(event).where(eq(event.incidentId, incidentId))
  const newest = events.filter(({ name }) => name !== 'text.read').at(-1)
  expect(shown).toMatchObject({ value: { chain: { seq: newest?.seq, hash: newest?.hash } } })
})
