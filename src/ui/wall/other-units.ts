import type { AgencyView, AlertView, IncidentView } from '#contracts/views.ts'

/** Places the wall has beside the three; one of them goes to the count when there are more. */
const places = 2

/** Whoever else was asked: the territory first, because it is nearest; what has no place is counted, never dropped. */
export function otherUnits(
  { alerts }: Pick<IncidentView, 'alerts'>,
  agencies: AgencyView[],
): { shown: AlertView[]; more: number } {
  const known = new Map(agencies.map((agency) => [agency.key, agency]))
  const rank = ({ agency }: AlertView) => (known.get(agency)?.kind === 'territory' ? 0 : 1)
  const others = alerts
    .filter(({ agency }) => (known.get(agency)?.firstLine ?? null) === null)
    .sort((a, b) => rank(a) - rank(b))
  const shown = others.length > places ? others.slice(0, places - 1) : others
  return { shown, more: others.length - shown.length }
}
