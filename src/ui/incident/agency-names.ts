import type { AgencyView } from '#contracts/views.ts'

/** 宣传部 for `xcb`; a key the board does not know is shown as itself. */
export function agencyName(agencies: AgencyView[], key: string | null): string {
  return agencies.find((agency) => agency.key === key)?.short ?? key ?? ''
}

/** 市委宣传部（网信办）, as a paper names it. */
export function agencyFullName(agencies: AgencyView[], key: string | null): string {
  return agencies.find((agency) => agency.key === key)?.name ?? key ?? ''
}
