import type { RegisterRowView } from '#contracts/register.ts'
import type { AgencyView, RangeView } from '#contracts/views.ts'
import type { Locale } from '#i18n/locale.ts'
import { translatorFor } from '#i18n/translator.ts'

/** Shanghai has kept UTC+8 since 1991. */
const shanghaiMs = 8 * 3_600_000

const columns = [
  ...['number', 'place', 'what', 'grade', 'standing', 'employer', 'project', 'workers', 'yuan'],
  ...['posts', 'sources', 'accepted', 'unaccepted', 'opened', 'changed', 'closed'],
] as const

/** A file a spreadsheet opens: UTF-8 with its mark, one incident a line, nothing in it that would be calculated. */
export function writeRegister(rows: RegisterRowView[], agencies: AgencyView[], locale: Locale): string {
  const t = translatorFor(locale)
  const say = t as unknown as (key: string) => string
  const short = (key: string) => agencies.find((one) => one.key === key)?.short ?? key
  const lines = rows.map(({ incident, changedAt, closedAt, mergedInto }) => {
    const waiting = (state: string) =>
      incident.alerts.filter((one) => one.state === state).map(({ agency }) => short(agency))
    const standing = mergedInto
      ? t('register.mergedInto', { number: mergedInto.number })
      : t(`register.state.${incident.state}`)
    return [
      ...[incident.number, incident.place?.name ?? '', incident.headline],
      ...[say(`rule.numeral.${incident.grade}`), standing],
      ...[incident.employer ?? '', incident.project ?? ''],
      ...[rangeOf(incident.workers), rangeOf(incident.amountYuan)],
      ...[String(incident.postCount), incident.sources.join(' ')],
      ...[waiting('accepted').join(' '), waiting('unaccepted').join(' ')],
      ...[atShanghai(incident.openedAt), atShanghai(changedAt), closedAt ? atShanghai(closedAt) : ''],
    ]
  })
  const head = columns.map((column) => t(`register.column.${column}`))
  return `\uFEFF${[head, ...lines].map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** 38, 30-40, 30+ */
function rangeOf(range: RangeView | null): string {
  if (!range) return ''
  if (range.max === null) return `${range.min}+`
  return range.max === range.min ? String(range.min) : `${range.min}-${range.max}`
}

function atShanghai(instant: string): string {
  return new Date(Date.parse(instant) + shanghaiMs).toISOString().slice(0, 16).replace('T', ' ')
}

/** What begins like a formula is told as text: the names in it were typed by strangers. */
function cell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
