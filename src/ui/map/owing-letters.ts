import type { AgencyView, AlertView } from '#contracts/views.ts'

/** 政宣人 while one of the first line owes; the other units are named only when they owe alone. */
export function owingLetters(owed: AlertView[], agencies: AgencyView[]): string {
  const owing = agencies.filter(({ key }) => owed.some((alert) => alert.agency === key))
  const firstLine = owing.filter((agency) => agency.firstLine !== null)
  return (firstLine.length > 0 ? firstLine : owing.slice(0, 2)).map(({ letter }) => letter).join('')
}
