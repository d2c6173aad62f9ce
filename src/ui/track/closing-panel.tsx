'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { closeIncident } from '#actions/tracks.ts'
import type { ClosingView } from '#contracts/track.ts'
import type { IncidentView } from '#contracts/views.ts'
import { StepDot } from '#ui/incident/step-dot.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { Words } from './finding-rows.tsx'
import { Section, type Surface } from './section.tsx'

/** 结案: the checklist of the grade, line by line, and the press that closes when nothing is missing. */
export function ClosingPanel({
  incident,
  closing,
  surface,
}: {
  incident: IncidentView
  closing: ClosingView
  surface: Surface
}) {
  const t = useTranslations('closing')
  const [open, setOpen] = useState(false)
  const missing = closing.lines.filter(({ met }) => !met).length
  return (
    <Section
      caption={t('title')}
      note={missing > 0 ? t('left', { count: missing }) : t('ready')}
      surface={surface}
      aside={
        closing.mayClose ? (
          <Button
            surface={surface}
            variant={missing === 0 ? 'primary' : 'plain'}
            onClick={() => setOpen(true)}
          >
            {t('open')}
          </Button>
        ) : null
      }
    >
      <Checklist closing={closing} />
      {open ? (
        <FormDialog
          title={`${t('title')} ${incident.number}`}
          note={closing.outcome ? t('how', { outcome: closing.outcome }) : t('note')}
          submitWords={t('submit')}
          send={(fields) => closeIncident({ incidentId: incident.id, why: lineIn(fields, 'why') })}
          close={() => setOpen(false)}
        >
          <Checklist closing={closing} />
          <Words name="why" label={t('why')} hint={t('whyHint')} required />
        </FormDialog>
      ) : null}
    </Section>
  )
}

/** What is missing stands first and is said in bold; never by colour alone. */
function Checklist({ closing }: { closing: ClosingView }) {
  const t = useTranslations('closing')
  const lines = [...closing.lines].sort((a, b) => Number(a.met) - Number(b.met))
  return (
    <ul className="mt-2 grid grid-cols-2 gap-x-4 gap-y-1 text-desk-body max-md:text-phone-body max-sm:grid-cols-1">
      {lines.map(({ item, met, count }) => (
        <li key={item} data-closing={item} data-met={met} className="flex items-start gap-2">
          <StepDot look={met ? 'done' : 'now'} />
          <span className={met ? 'text-t2' : 'font-semibold text-t1'}>
            {t(`item.${item}`)}
            {!met && count ? ` (${count})` : ''}
            <span className="sr-only"> {t(met ? 'met' : 'unmet')}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
