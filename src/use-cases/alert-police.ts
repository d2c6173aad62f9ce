import type { Incident } from '#domain/incident/incident.ts'
import { extendRoute } from '#domain/routing/route.ts'
import type { Transaction } from '#store/database.ts'
import { duties } from '#store/incident-rules.ts'
import { entriesOf, routed } from './assess-incident.ts'
import type { Context } from './context.ts'
import type { Happened } from './happened.ts'
import { saveAssessed } from './save-assessed.ts'

const kind = 'criminal_transfer'
const agency = 'gaj'

/** Whoever is handed a case must be able to read it: 公安局 comes onto the route of an open incident and is alerted. */
export async function alertPolice(context: Context, tx: Transaction, before: Incident): Promise<Happened> {
  if (before.state !== 'open' || before.route.includes(agency)) return []
  const basis = duties.duties[kind]?.[agency]?.basis ?? ''
  const entry = { agency, rule: 'handed_over', kind, basis }
  const changed = { ...before, ...routed(extendRoute(entriesOf(before), [entry])) }
  return (await saveAssessed(context, tx, before, changed)).follows
}
