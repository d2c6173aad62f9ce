'use client'

import clsx from 'clsx'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import type { CoverageView } from '#contracts/coverage.ts'
import { SourceStateMark } from './source-state.tsx'

const columns = ['name', 'state', 'weekly', 'seen', 'flagged', 'lag', 'lag90'] as const

/** What each source brought, how much of it was flagged, and how late it came. */
export function CoverageSources({ sources }: { sources: CoverageView['sources'] }) {
  const t = useTranslations('coverage')
  return (
    <table className="mt-2 w-full max-md:block max-md:[&>tbody]:block">
      <thead className="max-md:hidden">
        <tr className="h-8 border-b border-line2 text-left text-desk-body text-t2">
          {columns.map((column) => (
            <th key={column} scope="col" className="pr-4 font-normal">
              {t(`column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sources.map((source) => (
          <Row key={source.id} source={source} />
        ))}
      </tbody>
    </table>
  )
}

function Row({ source }: { source: CoverageView['sources'][number] }) {
  const t = useTranslations('coverage')
  const share = useTranslations('sources')
  const length = useLength()
  const { name, state, weekly, seen, flagged, lag } = source
  const percent = seen > 0 ? `${Math.round((100 * flagged) / seen)}%` : t('noLag')
  return (
    <tr className="border-b border-line text-desk-body last:border-0 max-md:grid max-md:grid-cols-2 max-md:gap-x-4 max-md:gap-y-2 max-md:py-4">
      <th scope="row" className="py-2 pr-4 text-left font-semibold max-md:col-span-2 max-md:py-0">
        {name}
      </th>
      <Cell label={t('column.state')}>
        <SourceStateMark state={state} pushed={false} />
      </Cell>
      <Cell label={t('column.weekly')}>
        {weekly === null ? (
          <span className="text-t3">{t('learning')}</span>
        ) : (
          t('weekly', { count: Math.round(weekly) })
        )}
      </Cell>
      <Cell label={t('column.seen')}>{seen}</Cell>
      <Cell label={t('column.flagged')}>{share('flaggedShare', { count: flagged, share: percent })}</Cell>
      <Cell label={t('column.lag')}>{lag ? length(lag.median) : t('noLag')}</Cell>
      <Cell label={t('column.lag90')}>{lag ? length(lag.p90) : t('noLag')}</Cell>
    </tr>
  )
}

function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td className={clsx('min-w-0 py-2 pr-4 max-md:p-0')}>
      <span className="block text-desk-meta text-t3 md:hidden">{label}</span>
      {children}
    </td>
  )
}

/** 40 秒, 12 分, 3 小时, 2 天 */
function useLength(): (seconds: number) => string {
  const t = useTranslations('coverage')
  return (seconds) => {
    if (seconds < 90) return t('seconds', { count: Math.round(seconds) })
    if (seconds < 5_400) return t('minutes', { count: Math.round(seconds / 60) })
    if (seconds < 48 * 3_600) return t('hours', { count: Math.round(seconds / 3_600) })
    return t('days', { count: Math.round(seconds / 86_400) })
  }
}
