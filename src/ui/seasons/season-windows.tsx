'use client'

import { useTranslations } from 'use-intl/react'
import { type Season, type SeasonKey, seasonKeys } from '#domain/clock/season.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { dayOf } from '#ui/time/day-of.ts'

/** One window a row; whoever changes or confirms one takes it from the product's own. */
export function SeasonWindows({
  windows,
  setWindows,
}: {
  windows: Season[]
  setWindows: (windows: Season[]) => void
}) {
  const t = useTranslations('season')
  const today = dayOf(Date.now())
  const change = (at: number, part: Partial<Season>) =>
    setWindows(
      windows.map((one, index) => {
        const { byDefault, ...own } = one
        return index === at ? { ...own, ...part } : one
      }),
    )
  const add = () => setWindows([...windows, { key: 'other', from: today, to: today, lift: 1 }])
  return (
    <Panel
      caption={t('windows')}
      note={t('windowsNote')}
      aside={
        <Button onClick={add} className="max-md:h-12">
          {t('add')}
        </Button>
      }
    >
      <ol className="mt-2">
        {windows.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place, its fields change
          <li key={at} className="border-t border-line py-2">
            <div className="grid items-end gap-3 sm:grid-cols-[24px_1fr_160px_160px] lg:grid-cols-[24px_1fr_160px_160px_120px_180px]">
              <strong className="pb-2 text-desk-body font-semibold">{at + 1}</strong>
              <Field label={t('which')}>
                <select
                  value={one.key}
                  onChange={(event) => change(at, { key: event.target.value as SeasonKey })}
                  className={fieldLook}
                >
                  {seasonKeys.map((key) => (
                    <option key={key} value={key}>
                      {t(`name.${key}`)}
                    </option>
                  ))}
                </select>
              </Field>
              <Field
                label={t('from')}
                type="date"
                value={one.from}
                required
                onChange={(event) => change(at, { from: event.target.value })}
              />
              <Field
                label={t('to')}
                type="date"
                value={one.to}
                min={one.from}
                required
                onChange={(event) => change(at, { to: event.target.value })}
              />
              <label className="flex h-9 items-center gap-2 text-desk-body max-md:h-12">
                <input
                  type="checkbox"
                  checked={one.lift > 0}
                  onChange={(event) => change(at, { lift: event.target.checked ? 1 : 0 })}
                  className="size-4 accent-(--accent)"
                />
                {t('lifts')}
              </label>
              <div className="flex items-center justify-end gap-2">
                {one.byDefault ? (
                  <Button className="max-md:h-12" onClick={() => change(at, {})}>
                    {t('confirm')}
                  </Button>
                ) : null}
                <Button
                  className="max-md:h-12"
                  onClick={() => setWindows(windows.filter((_, index) => index !== at))}
                >
                  {t('remove')}
                </Button>
              </div>
            </div>
            <Standing window={one} today={today} />
          </li>
        ))}
      </ol>
    </Panel>
  )
}

function Standing({ window: { from, to, byDefault }, today }: { window: Season; today: string }) {
  const t = useTranslations('season')
  const state = to < today ? t('past') : from <= today ? t('running') : ''
  const words = [state, byDefault ? t('byDefault') : ''].filter(Boolean).join(' · ')
  return words ? <p className="mt-1 pl-9 text-desk-meta text-t2">{words}</p> : null
}
