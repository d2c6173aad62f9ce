'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { proposeSupervision } from '#actions/handling.ts'
import type { SupervisionView } from '#contracts/handling.ts'
import { may } from '#domain/permission.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { StepCountdown } from '#ui/primitives/step-countdown.tsx'
import { LeaderPart } from './leader-part.tsx'
import { SupervisionDetail } from './supervision-detail.tsx'
import { type HandlingSurface, routeOf } from './task-panel.tsx'
import { useAct } from './use-act.ts'

/** 督办: proposed, running or struck off, with the leader in charge below. */
export function SupervisionPanel(surface: HandlingSurface) {
  const { handling, incident, person, agencies, now } = surface
  const t = useTranslations('handling')
  const [opened, setOpened] = useState(false)
  const { busy, answer, act } = useAct()
  const { supervision } = handling
  const route = routeOf(incident)
  const ended = supervision?.state === 'closed' || supervision?.state === 'dismissed'
  const mayPropose =
    (!supervision || ended) && incident.state === 'open' && may(person, 'supervise', { route }).ok
  return (
    <Panel
      caption={t('supervision.caption')}
      note={supervision ? t(`state.${supervision.state}`) : t('supervision.none')}
      aside={
        supervision?.state === 'open' && supervision.dueAt ? (
          <StepCountdown
            step={{ ...supervision, dueAt: supervision.dueAt }}
            now={now}
            className="text-desk-body font-semibold"
          />
        ) : null
      }
    >
      {supervision && !ended ? <Words supervision={supervision} agencies={agencies} now={now} /> : null}
      {answer ? (
        <p role="alert" className="mt-2 text-desk-body font-semibold">
          {answer}
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap gap-2">
        {supervision ? <Button onClick={() => setOpened(true)}>{t('supervision.paper')}</Button> : null}
        {mayPropose ? (
          <Button
            busy={busy !== null}
            onClick={() => void act('propose', () => proposeSupervision({ incidentId: incident.id }))}
          >
            {t('supervision.propose')}
          </Button>
        ) : null}
      </div>
      <LeaderPart {...surface} />
      {opened && supervision ? (
        <SupervisionDetail
          supervision={supervision}
          route={route}
          territory={incident.place?.territory ?? null}
          person={person}
          agencies={agencies}
          now={now}
          close={() => setOpened(false)}
        />
      ) : null}
    </Panel>
  )
}

function Words({
  supervision,
  agencies,
  now,
}: { supervision: SupervisionView } & Pick<HandlingSurface, 'agencies' | 'now'>) {
  const t = useTranslations('handling')
  const { year, count, unit, reasons, dueAt, state } = supervision
  const late = state === 'open' && dueAt !== null && Date.parse(dueAt) < now
  return (
    <p className="mt-2 text-desk-body text-t1">
      {count === null
        ? reasons.map((reason) => t(`reason.${reason}`)).join(t('join'))
        : `${t('supervision.number', { year: year ?? 0, count })} ${agencyName(agencies, unit)}`}
      {late ? (
        <strong className="unbroken ml-2 rounded-control bg-paper px-2 text-ink">{t('overdue')}</strong>
      ) : null}
    </p>
  )
}
