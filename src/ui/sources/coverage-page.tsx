'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl/react'
import { readCoverage } from '#actions/sources.ts'
import type { CoverageView } from '#contracts/coverage.ts'
import { DrillMark } from '#ui/incident/drill-mark.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { type CoverageState, CoverageStrip } from '#ui/primitives/coverage-strip.tsx'
import { clockSeconds } from '#ui/time/shanghai.ts'
import { CoveragePlaces } from './coverage-places.tsx'
import { CoverageSources } from './coverage-sources.tsx'
import { SourceTabs } from './source-tabs.tsx'

const refreshEveryMs = 60_000

/** What we hear, how late, and where we hear nothing. */
export function CoveragePage({ initial, drill }: { initial: CoverageView; drill: boolean }) {
  return (
    <LiveQueries>
      <DrillMark value={drill}>
        <Coverage initial={initial} />
      </DrillMark>
    </LiveQueries>
  )
}

function Coverage({ initial }: { initial: CoverageView }) {
  const title = useTranslations('sources')('title')
  const t = useTranslations('coverage')
  const { data, isError } = useQuery({
    queryKey: ['coverage'],
    queryFn: read,
    initialData: initial,
    refetchInterval: refreshEveryMs,
    retry: false,
  })
  const { sources, territories, days } = data
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <h1 className="text-desk-title font-bold">{title}</h1>
      <SourceTabs view="coverage" />
      <Panel
        caption={t('hearing')}
        aside={
          <span className={isError ? 'text-desk-meta font-semibold text-t1' : 'text-desk-meta text-t3'}>
            {t(isError ? 'unread' : 'updated', { time: clockSeconds(data.at) })}
          </span>
        }
      >
        <p className="mt-1 text-desk-body text-t2">
          <Summary coverage={data} />
        </p>
        <div className="mt-3">
          <CoverageStrip
            height={20}
            cells={sources.map(({ id, name, state }) => ({ key: id, name, state: looks[state] }))}
          />
        </div>
      </Panel>
      <Panel caption={t('places')} note={t('placesNote', { days })}>
        <CoveragePlaces territories={territories} at={data.at} />
      </Panel>
      <Panel caption={t('sources')} note={t('sourcesNote')}>
        <CoverageSources sources={sources} />
      </Panel>
    </div>
  )
}

function Summary({ coverage: { sources, territories } }: { coverage: CoverageView }) {
  const t = useTranslations('coverage')
  const expected = sources.filter(({ state }) => state !== 'paused')
  const alive = expected.filter(({ state }) => state === 'alive' || state === 'late').length
  const places = territories.flatMap((one) => [one, ...one.towns])
  const blind = places.filter(({ hearing }) => hearing === 'blind').length
  const never = places.filter(({ hearing }) => hearing === 'never').length
  return t('summary', { alive, total: expected.length, blind, never })
}

const looks: Record<CoverageView['sources'][number]['state'], CoverageState> = {
  alive: 'alive',
  late: 'late',
  silent: 'silent',
  failed: 'silent',
  new: 'idle',
  paused: 'idle',
}

async function read(): Promise<CoverageView> {
  const answer = await readCoverage(undefined)
  if (!answer.ok) throw new Error(answer.refusal.code)
  return answer.value
}
