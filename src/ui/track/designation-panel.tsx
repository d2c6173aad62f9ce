'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { confirmDesignation, proposeDesignation, withdrawDesignation } from '#actions/tracks.ts'
import type { DesignationView, TracksView } from '#contracts/track.ts'
import type { AgencyView, IncidentView } from '#contracts/views.ts'
import { type DesignationKind, designationKinds } from '#domain/designation/designation.ts'
import type { Person } from '#domain/permission.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { dayAndTime } from '#ui/time/day-and-time.ts'
import { Words } from './finding-rows.tsx'
import { Section, type Surface } from './section.tsx'

type Open = 'propose' | { act: 'confirm' | 'withdraw'; designation: DesignationView } | null

/** 定性: heavy words, shown soberly, with both officials and what each has seen. */
export function DesignationPanel({
  incident,
  tracks,
  agencies,
  person,
  surface,
}: {
  incident: IncidentView
  tracks: TracksView
  agencies: AgencyView[]
  person: Person
  surface: Surface
}) {
  const t = useTranslations('designation')
  const [open, setOpen] = useState<Open>(null)
  return (
    <Section
      caption={t('title')}
      note={tracks.designations.length === 0 ? t('none') : null}
      surface={surface}
      aside={
        tracks.mayDesignate ? (
          <Button surface={surface} onClick={() => setOpen('propose')}>
            {t('propose')}
          </Button>
        ) : null
      }
    >
      <ul>
        {tracks.designations.map((one) => (
          <li
            key={one.id}
            className="border-t border-line py-2 text-desk-body first:border-t-0 max-md:text-phone-body"
          >
            <p className="flex flex-wrap items-baseline gap-x-3">
              <span className={one.state === 'withdrawn' ? 'text-t3 line-through' : 'font-semibold text-t1'}>
                {t(`kind.${one.kind}`)}
              </span>
              <span className="text-t2">{t(`state.${one.state}`)}</span>
            </p>
            <Official word={one.first} agencies={agencies} />
            {one.second ? <Official word={one.second} agencies={agencies} /> : null}
            {one.withdrawn ? <p className="text-desk-meta text-t2">{one.withdrawn.reason}</p> : null}
            {tracks.mayDesignate && one.state !== 'withdrawn' ? (
              <p className="mt-1 flex gap-2">
                {one.state === 'proposed' && one.first.agency !== person.agency ? (
                  <Button surface={surface} onClick={() => setOpen({ act: 'confirm', designation: one })}>
                    {t('second')}
                  </Button>
                ) : null}
                <Button surface={surface} onClick={() => setOpen({ act: 'withdraw', designation: one })}>
                  {t('withdraw')}
                </Button>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      <p className="mt-1 text-desk-meta text-t3">{t('note')}</p>
      {open ? <DesignationForm incident={incident} open={open} close={() => setOpen(null)} /> : null}
    </Section>
  )
}

function Official({ word, agencies }: { word: DesignationView['first']; agencies: AgencyView[] }) {
  const t = useTranslations('designation')
  const agency = agencyName(agencies, word.agency) || word.post
  return (
    <p className="text-desk-meta text-t2">
      {t('word', { agency, name: word.name, time: dayAndTime(word.at) })} · {word.evidence}
    </p>
  )
}

function DesignationForm({
  incident,
  open,
  close,
}: {
  incident: IncidentView
  open: NonNullable<Open>
  close: () => void
}) {
  const t = useTranslations('designation')
  const act = open === 'propose' ? 'propose' : open.act
  const send = (fields: FormData) => {
    const word = { signedName: lineIn(fields, 'signedName'), evidence: lineIn(fields, 'evidence') }
    if (open === 'propose') {
      const kind = lineIn(fields, 'kind') as DesignationKind
      return proposeDesignation({ incidentId: incident.id, kind, ...word })
    }
    const known = { designationId: open.designation.id, version: open.designation.version }
    if (open.act === 'confirm') return confirmDesignation({ ...known, ...word })
    return withdrawDesignation({ ...known, reason: lineIn(fields, 'reason') })
  }
  const submit = { propose: 'first', confirm: 'confirm', withdraw: 'withdrawDo' } as const
  return (
    <FormDialog
      title={open === 'propose' ? t('title') : t(`kind.${open.designation.kind}`)}
      note={t('note')}
      submitWords={t(submit[act])}
      send={send}
      close={close}
    >
      {act === 'propose' ? (
        <Field label={t('title')}>
          <select name="kind" className={fieldLook}>
            {designationKinds.map((kind) => (
              <option key={kind} value={kind}>
                {t(`kind.${kind}`)}
              </option>
            ))}
          </select>
        </Field>
      ) : null}
      {act === 'withdraw' ? (
        <Words name="reason" label={t('why')} required />
      ) : (
        <>
          <Field
            label={t('name')}
            name="signedName"
            minLength={2}
            maxLength={20}
            required
            autoComplete="off"
          />
          <Words name="evidence" label={t('evidence')} required />
        </>
      )}
    </FormDialog>
  )
}
