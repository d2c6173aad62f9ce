'use client'

import { useTranslations } from 'use-intl/react'
import type { ReportView } from '#contracts/report.ts'
import type { AgencyView } from '#contracts/views.ts'
import type { OverdueLine } from '#domain/report/daily-figures.ts'
import type { ReportSection } from '#domain/report/statements.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useMoment } from '#ui/time/use-moment.ts'

/** What a section of the report names beside its figures, one line each. */
export function useReportLines(
  { figures, units, since }: ReportView,
  agencies: AgencyView[],
): (section: ReportSection) => string[] {
  const t = useTranslations('reports')
  const step = useTranslations('incident.step') as unknown as Loose
  const kind = useTranslations('handling.kind') as unknown as Loose
  const moment = useMoment()
  const short = (key: string | null) => agencyName(agencies, key)
  const named = ({ number, headline }: { number: string; headline: string }) => `${number} ${headline}`.trim()
  const overdue = (words: Loose) => (line: OverdueLine) =>
    t('named.overdue', {
      incident: named(line),
      what: words.has(line.what) ? words(line.what) : line.what,
      who: line.agencies.map(short).join(t('join')),
      at: moment(line.dueAt),
    })
  const { overdue: late, supervised, longest, sources } = figures
  const lines: Partial<Record<ReportSection, () => string[]>> = {
    open: () => [
      ...late.steps.lines.map(overdue(step)),
      ...late.tasks.lines.map(overdue(kind)),
      ...supervised.lines.map((line) =>
        t('named.supervised', {
          incident: named(line),
          order: line.order
            ? t('named.order', { year: String(line.order.year), count: line.order.count })
            : '',
          unit: short(line.unit),
          late: String(line.late),
        }),
      ),
    ],
    acceptance: () =>
      longest
        ? [
            t('named.longest', {
              agency: short(longest.agency),
              incident: named(longest),
              minutes: Math.round(longest.seconds / 60),
              accepted: String(longest.accepted),
            }),
          ]
        : [],
    units: () =>
      [...units.filter(({ state }) => state !== 'missing'), ...since].map((unit) =>
        t('named.unit', {
          agency: short(unit.agency),
          what: t(`state.${unit.state}`),
          at: unit.at ? clockMinutes(unit.at) : '',
          post: unit.post ?? '',
          late: String(unit.late),
          note: unit.note ?? '',
          silent: unit.silentSources,
        }),
      ),
    watch: () =>
      sources.silent.map(({ name, since: from }) =>
        from ? t('named.silent', { name, at: moment(from) }) : t('named.silentNever', { name }),
      ),
  }
  return (section) => lines[section]?.() ?? []
}

type Loose = ((key: string) => string) & { has(key: string): boolean }
