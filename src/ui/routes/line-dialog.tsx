'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { RoutesView } from '#contracts/routing.ts'
import type { AgencyView } from '#contracts/views.ts'
import { ok } from '#domain/result.ts'
import { type Matcher, type RouteLine, routeSigns, sectors, type Told } from '#domain/routing/route-tree.ts'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { Choices } from './choices.tsx'
import { ToldFields } from './told-fields.tsx'

/** One line of the tree: its name, what must hold, whom it tells; nothing counts before the tree is saved. */
export function LineDialog({
  line,
  routes,
  agencies,
  keep,
  close,
}: {
  /** Null for a new one. */
  line: RouteLine | null
  routes: RoutesView
  agencies: AgencyView[]
  keep: (line: RouteLine) => void
  close: () => void
}) {
  const t = useTranslations('routes')
  const [tell, setTell] = useState<Told[]>(line?.tell ?? [])
  const territories = agencies.filter(({ kind }) => kind === 'territory')
  const any = (on: Matcher['on']): string[] => {
    const found = line?.when.find((one) => one.on === on)
    return found && 'any' in found ? found.any : []
  }
  const send = async (fields: FormData) => {
    keep({
      id: line?.id ?? `own_${crypto.randomUUID().slice(0, 8)}`,
      name: lineIn(fields, 'name'),
      when: matchersIn(fields),
      tell,
      goOn: fields.get('goOn') === 'on',
      off: line?.off ?? false,
      lines: line?.lines ?? [],
    })
    return ok(true)
  }
  return (
    <FormDialog
      title={t(line ? 'editLine' : 'newLine')}
      note={t('lineNote')}
      submitWords={t('keep')}
      send={send}
      close={close}
    >
      <Field label={t('name')} name="name" defaultValue={line?.name} minLength={2} maxLength={40} required />
      <Choices
        legend={t('ofSector')}
        name="sector"
        chosen={any('sector')}
        options={sectors.map((one) => [one, t(`sector.${one}`)])}
      />
      <Choices
        legend={t('ofSign')}
        name="sign"
        chosen={any('sign')}
        options={routeSigns.map((one) => [one, t(`sign.${one}`)])}
      />
      <Choices
        legend={t('ofPlace')}
        name="place"
        chosen={any('place')}
        options={territories.map(({ key, short }) => [key, short])}
      />
      <Field
        label={t('ofWords')}
        hint={t('ofWordsHint')}
        name="words"
        defaultValue={any('words').join(' ')}
        maxLength={800}
      />
      <div className="grid grid-cols-2 gap-3">
        <AtLeast line={line} fact="workers" label={t('ofWorkers')} />
        <AtLeast line={line} fact="amountYuan" label={t('ofAmount')} />
      </div>
      <ToldFields tell={tell} setTell={setTell} routes={routes} agencies={agencies} />
      <label className="flex min-h-9 items-center gap-3 text-desk-body max-md:min-h-12">
        <input
          type="checkbox"
          name="goOn"
          defaultChecked={line?.goOn ?? true}
          className="size-4 accent-(--accent)"
        />
        {t('goOn')}
      </label>
    </FormDialog>
  )
}

type Counted = Extract<Matcher, { on: 'atLeast' }>

function AtLeast({ line, fact, label }: { line: RouteLine | null; fact: Counted['fact']; label: string }) {
  const found = line?.when.find((one): one is Counted => one.on === 'atLeast' && one.fact === fact)
  return <Field label={label} name={fact} type="number" min={1} step={1} defaultValue={found?.value} />
}

/** Each field that is filled in is one condition. */
function matchersIn(fields: FormData): Matcher[] {
  const chosen = (name: string) => fields.getAll(name).map(String)
  const words = lineIn(fields, 'words')
    .split(/[\s、，,]+/)
    .filter(Boolean)
  const counted = (['workers', 'amountYuan'] as const).flatMap((fact): Matcher[] => {
    const value = Number(lineIn(fields, fact))
    return value >= 1 ? [{ on: 'atLeast', fact, value }] : []
  })
  const listed = [
    { on: 'sector', any: chosen('sector') },
    { on: 'sign', any: chosen('sign') },
    { on: 'place', any: chosen('place') },
    { on: 'words', any: words },
  ].filter(({ any }) => any.length > 0)
  return [...(listed as Matcher[]), ...counted]
}
