'use client'

import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { SourceView } from '#contracts/views.ts'
import { useProblemWords } from './problem-words.ts'
import { SourceActions } from './source-actions.tsx'
import { SourcePreview } from './source-preview.tsx'
import { SourceStateMark } from './source-state.tsx'
import { useAge } from './source-words.ts'
import { usePollingWords } from './use-polling-words.ts'
import type { ChangeOutcome, SourceChange } from './use-sources.ts'
import type { useTrial } from './use-trial.ts'

/** One source: a table row from 768 px, a card below. */
export function SourceRow({
  source,
  now,
  mayManage,
  busy,
  outcome,
  change,
  trials,
}: {
  source: SourceView
  now: number
  mayManage: boolean
  busy: boolean
  outcome: ChangeOutcome | undefined
  change: (to: SourceChange) => void
  trials: ReturnType<typeof useTrial>
}) {
  const t = useTranslations('sources')
  const age = useAge(now)
  const { pace, notes } = usePollingWords(now)(source)
  const trial = trials.of(source.id)
  const { kind, state, itemsSeen, itemsFlagged } = source
  const stale = state === 'silent' || state === 'failed' || state === 'late'
  const share = itemsSeen > 0 ? `${Math.round((100 * itemsFlagged) / itemsSeen)}%` : '—'
  return (
    <>
      <tr className="border-b border-line align-top text-desk-body last:border-0 max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-2 max-md:py-4">
        <th scope="row" className="min-w-0 py-2 pr-4 text-left font-semibold max-md:col-span-2 max-md:py-0">
          {source.name}
          {source.url ? (
            <span
              className="block max-w-[340px] truncate text-desk-meta font-normal text-t3"
              title={source.url}
            >
              {source.url}
            </span>
          ) : null}
        </th>
        <Cell label={t('column.kind')}>
          {t(`kind.${kind}`)}
          {source.bestEffort ? <span className="block text-desk-meta text-t3">{t('bestEffort')}</span> : null}
          <span className="block max-w-44 text-desk-meta text-t3 max-md:max-w-none">{pace}</span>
        </Cell>
        <Cell label={t('column.state')}>
          <SourceStateMark state={state} pushed={source.intervalSeconds === null} />
        </Cell>
        <Cell label={t('column.success')}>
          <span className={clsx('unbroken', stale && 'font-semibold')}>{age(source.lastSuccessAt)}</span>
        </Cell>
        <Cell label={t('column.item')}>
          <span className="unbroken">{age(source.lastItemAt)}</span>
        </Cell>
        <Cell label={t('column.items')}>{itemsSeen}</Cell>
        <Cell label={t('column.flagged')}>{t('flaggedShare', { count: itemsFlagged, share })}</Cell>
        <Cell label={t('column.error')} wide>
          <Problems source={source} notes={notes} />
        </Cell>
        <Cell label={t('column.act')} wide>
          <SourceActions
            source={source}
            mayManage={mayManage}
            busy={busy}
            outcome={outcome}
            change={change}
            preview={source.url ? () => void trials.start(source.id) : null}
          />
        </Cell>
      </tr>
      {trial ? (
        <tr className="max-md:block">
          <td colSpan={9} className="pb-3 text-desk-body max-md:block">
            <SourcePreview name={source.name} trial={trial} close={trials.close} />
          </td>
        </tr>
      ) : null}
    </>
  )
}

function Problems({ source: { lastError, warnings }, notes }: { source: SourceView; notes: string[] }) {
  const t = useTranslations('sources')
  const words = useProblemWords()
  if (!lastError && warnings.length === 0 && notes.length === 0)
    return <span className="text-t3">{t('noProblem')}</span>
  return (
    <ul className="max-w-80">
      {lastError ? <li className="font-semibold text-t1">{words(lastError)}</li> : null}
      {notes.map((note) => (
        <li key={note} className="text-t1">
          {note}
        </li>
      ))}
      {warnings.map((warning) => (
        <li key={warning.code} className="text-t2">
          {words(warning)}
        </li>
      ))}
    </ul>
  )
}

function Cell({
  label,
  wide = false,
  children,
}: {
  label: string
  wide?: boolean
  children: React.ReactNode
}) {
  return (
    <td className={clsx('min-w-0 py-2 pr-4 max-md:p-0', wide && 'max-md:col-span-2')}>
      <span className="block text-desk-meta text-t3 md:hidden">{label}</span>
      {children}
    </td>
  )
}
