'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { readLikelyJoins } from '#actions/board.ts'
import type { LikelyJoinView } from '#contracts/incident-detail.ts'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { Button } from '#ui/primitives/button.tsx'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { mayRegroup } from './incident-right.ts'
import { Panel } from './panel.tsx'
import { usePlaceName } from './place-name.ts'
import { RegroupResult } from './regroup-result.tsx'
import { useSignWords } from './sign-words.ts'
import type { Regroup } from './use-regroup.ts'

/** Into which incident this one goes: the likeliest first with what agrees, then every other open one. */
export function JoinPanel({
  incident,
  incidents,
  agencies,
  person,
  regroup,
  close,
}: {
  incident: IncidentView
  incidents: IncidentView[]
  agencies: AgencyView[]
  person: Person
  regroup: Regroup
  close: () => void
}) {
  const t = useTranslations('incident')
  const refusalText = useRefusalText()
  const { data, isError } = useQuery({
    queryKey: ['likely-joins', incident.id, incident.version],
    queryFn: () => readLikelyJoins({ incidentId: incident.id }),
    retry: false,
  })
  const likely = data?.ok ? data.value : []
  const shown = new Set([incident.id, ...likely.map((one) => one.incident.id)])
  const others = incidents
    .filter((one) => !shown.has(one.id) && mayRegroup(one, person))
    .map((one): LikelyJoinView => ({ incident: one, points: 0, veto: null, reason: { rule: '', facts: {} } }))
  const busy = regroup.result?.state === 'busy'
  const press = async (intoId: string) => {
    if (await regroup.joinInto(incident.id, intoId)) close()
  }
  return (
    <Panel
      caption={t('regroup.joinInto')}
      note={t('regroup.joinNote')}
      aside={
        <button type="button" className="unbroken text-desk-body text-accent underline" onClick={close}>
          {t('close')}
        </button>
      }
    >
      <RegroupResult result={regroup.result} />
      {data && !data.ok ? <p className="mt-2 text-desk-body text-t2">{refusalText(data.refusal)}</p> : null}
      {isError ? <p className="mt-2 text-desk-body text-t2">{t('unread')}</p> : null}
      {data?.ok && likely.length + others.length === 0 ? (
        <p className="mt-2 text-desk-body text-t2">{t('regroup.none')}</p>
      ) : null}
      <ul className="mt-2 max-h-96 overflow-y-auto">
        {[...likely, ...others].map((one) => (
          <LikelyRow key={one.incident.id} likely={one} agencies={agencies} busy={busy} press={press} />
        ))}
      </ul>
    </Panel>
  )
}

function LikelyRow({
  likely: { incident, points, reason, veto },
  agencies,
  busy,
  press,
}: {
  likely: LikelyJoinView
  agencies: AgencyView[]
  busy: boolean
  press: (intoId: string) => void
}) {
  const t = useTranslations('incident')
  const words = useSignWords()
  const placeName = usePlaceName(agencies)
  const signs = words.signs(reason)
  return (
    <li
      className="flex items-center gap-3 border-t border-line py-2 text-desk-body"
      data-likely={incident.id}
    >
      <GradeBadge grade={incident.grade} size={24} />
      <span className="min-w-0 flex-1">
        <span className="block truncate text-t1">
          {placeName(incident.place)} {incident.headline}
          <span className="ml-2 text-t3">{incident.number}</span>
        </span>
        {signs.length > 0 || veto ? (
          <span className="block text-desk-meta text-t2">
            {signs.join(t('fact.join'))}
            {veto ? <span className="font-semibold text-t1"> · {words.veto(veto)}</span> : null}
          </span>
        ) : null}
      </span>
      {points > 0 ? (
        <span className="unbroken text-desk-meta text-t3">{t('regroup.points', { points })}</span>
      ) : null}
      <Button disabled={busy} onClick={() => press(incident.id)}>
        {t('regroup.into')}
      </Button>
    </li>
  )
}
