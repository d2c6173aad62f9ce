'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { reopenIncident } from '#actions/tracks.ts'
import type { RelatedView } from '#contracts/incident-detail.ts'
import type { ClosingView } from '#contracts/track.ts'
import type { IncidentView } from '#contracts/views.ts'
import { useOfIncident } from '#ui/live/use-of-incident.ts'
import { Button } from '#ui/primitives/button.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useMoment } from '#ui/time/use-moment.ts'
import { Words } from '#ui/track/finding-rows.tsx'
import type { useIncident } from './use-incident.ts'

/** Above an incident that is handled no more: how it ended, by whom, where its posts are; and the way back. */
export function ClosedBanner({
  incident,
  detail: { answer },
  select,
  surface,
}: {
  incident: IncidentView
  detail: ReturnType<typeof useIncident>
  select: (incidentId: string) => void
  surface: 'desk' | 'phone'
}) {
  const t = useTranslations('closed')
  const tracks = useOfIncident('tracks', incident.state === 'closed' ? incident.id : null).answer
  const [open, setOpen] = useState(false)
  if (incident.state !== 'closed') return null
  const holder = answer?.ok ? (answer.value.mergedInto ?? null) : null
  const closing = tracks?.ok ? tracks.value.closing : null
  return (
    <section
      data-closed
      className={
        surface === 'desk'
          ? 'flex flex-wrap items-center gap-x-4 gap-y-2 rounded-tile bg-s2 px-4 py-3 text-desk-body'
          : 'mb-3 flex flex-col gap-3 rounded-phone bg-s2 px-4 py-3 text-phone-body'
      }
    >
      <p className="min-w-0 flex-1 text-t1">
        <EndWords holder={holder} closing={closing} />
      </p>
      {holder ? (
        <Button surface={surface} onClick={() => select(holder.id)}>
          {t('openHolder', { number: holder.number })}
        </Button>
      ) : null}
      {closing?.mayReopen ? (
        <Button surface={surface} onClick={() => setOpen(true)}>
          {t('reopen')}
        </Button>
      ) : null}
      {open ? (
        <FormDialog
          title={t('reopenTitle', { number: incident.number })}
          note={t('reopenNote')}
          submitWords={t('reopenDo')}
          send={(fields) => reopenIncident({ incidentId: incident.id, why: lineIn(fields, 'why') })}
          close={() => setOpen(false)}
        >
          <Words name="why" label={t('why')} hint={t('whyHint')} required />
        </FormDialog>
      ) : null}
    </section>
  )
}

function EndWords({ holder, closing }: { holder: RelatedView | null; closing: ClosingView | null }) {
  const t = useTranslations('closed')
  const moment = useMoment()
  if (holder) return <strong className="font-semibold">{t('merged', { number: holder.number })}</strong>
  const last = closing?.mayReopen || closing?.last ? closing.last : null
  if (!last) return <strong className="font-semibold">{t('ended')}</strong>
  return (
    <>
      <strong className="mr-3 font-semibold">{t('closed', { outcome: last.outcome })}</strong>
      <span className="mr-3 text-t2">
        {last.by.post} {moment(last.at)}
      </span>
      <span className="text-t2">{last.why}</span>
    </>
  )
}
