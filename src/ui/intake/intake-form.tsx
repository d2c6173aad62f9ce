'use client'

import Link from 'next/link'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { intakeChannels } from '#contracts/commands.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { Tick } from '#ui/primitives/tick.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { ChannelChoice } from './channel-choice.tsx'
import type { WrongField } from './read-intake.ts'
import { type IntakeOutcome, useIntake } from './use-intake.ts'

const textMax = 20_000

/** For the officer on the phone: words first, the rest as far as it is said; Ctrl Enter takes it in. */
export function IntakeForm({ placeNames }: { placeNames: string[] }) {
  const t = useTranslations('intake')
  const { typed, change, wrong, busy, outcome, done, submit, again } = useIntake()
  const text = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    if (!done) text.current?.focus()
  }, [done])
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit()
  }
  const wrongText = (field: WrongField) => (wrong.includes(field) ? t(`wrong.${field}`) : null)
  return (
    <Panel caption={t('form')} note={t('formNote')}>
      <form
        className="mt-4 flex flex-col gap-4"
        onKeyDown={sendByKey}
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <fieldset disabled={busy || done} className="flex min-w-0 flex-col gap-4">
          <ChannelChoice
            options={intakeChannels}
            chosen={typed.channel}
            choose={(channel) => change({ channel })}
          />
          <Field
            label={t('text')}
            hint={t('counter', { count: typed.text.length, max: textMax })}
            wrong={wrongText('text')}
          >
            <textarea
              ref={text}
              rows={6}
              maxLength={textMax}
              value={typed.text}
              placeholder={t('textHint')}
              onChange={(event) => change({ text: event.target.value })}
              className="w-full rounded-control border border-line2 bg-field px-3 py-2 text-desk-evidence leading-relaxed text-t1 placeholder:text-t3"
            />
          </Field>
          <p className="border-l-2 border-line2 pl-3 text-desk-body text-t2">{t('privacy')}</p>
          <Particulars typed={typed} change={change} wrongText={wrongText} placeNames={placeNames} />
        </fieldset>
        <Outcome outcome={outcome} />
        <div className="flex flex-wrap gap-3">
          {done ? (
            <>
              <Link href="/desk" className={buttonLook({ variant: 'primary' })}>
                {t('toDesk')}
              </Link>
              <Button onClick={again}>{t('again')}</Button>
            </>
          ) : (
            <Button
              type="submit"
              variant="primary"
              busy={busy}
              hint={t('submitKey')}
              className="max-md:h-14 max-md:w-full"
            >
              {t('submit')}
            </Button>
          )}
        </div>
      </form>
    </Panel>
  )
}

/** As far as it was said; none of it is needed. */
function Particulars({
  typed,
  change,
  wrongText,
  placeNames,
}: Pick<ReturnType<typeof useIntake>, 'typed' | 'change'> & {
  wrongText: (field: WrongField) => string | null
  placeNames: string[]
}) {
  const t = useTranslations('intake')
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('place')}
          hint={t('optional')}
          placeholder={t('placeHint')}
          list="intake-places"
          maxLength={200}
          value={typed.place}
          onChange={(event) => change({ place: event.target.value })}
        />
        <Field
          label={t('employer')}
          hint={t('optional')}
          maxLength={200}
          value={typed.employer}
          onChange={(event) => change({ employer: event.target.value })}
        />
        <Field
          label={t('workers')}
          hint={t('optional')}
          inputMode="numeric"
          value={typed.workers}
          wrong={wrongText('workers')}
          onChange={(event) => change({ workers: event.target.value })}
        />
        <Field
          label={t('amountYuan')}
          hint={t('amountHint')}
          value={typed.amountYuan}
          wrong={wrongText('amountYuan')}
          onChange={(event) => change({ amountYuan: event.target.value })}
        />
      </div>
      <datalist id="intake-places">
        {placeNames.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
    </>
  )
}

function Outcome({ outcome }: { outcome: IntakeOutcome | null }) {
  const t = useTranslations('intake')
  const refusalText = useRefusalText()
  if (!outcome) return null
  const done = outcome.state === 'taken' || outcome.state === 'known'
  return (
    <p role="status" className="flex items-center gap-2 text-desk-body font-semibold">
      {done ? <Tick /> : null}
      {outcome.state === 'refused' ? refusalText(outcome.refusal) : t(outcome.state)}
    </p>
  )
}
