import type { Metadata } from 'next'
import { readCalendar } from '#actions/clocks.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { may } from '#domain/permission.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { CalendarPage } from '#ui/calendar/calendar-page.tsx'

export const generateMetadata = (): Promise<Metadata> => pageTitle('calendar')

/** The working calendar deadlines are counted by. */
export default async function Calendar({
  searchParams,
}: {
  searchParams: Promise<{ year?: string | string[] }>
}) {
  const person = await requireDeskActor()
  const year = Number((await searchParams).year)
  const [calendar, agencies] = await Promise.all([
    readCalendar({ year: Number.isInteger(year) ? year : null }),
    listAgencies(database()),
  ])
  return (
    <DeskShell person={person}>
      <CalendarPage
        calendar={granted(calendar)}
        agencies={agencies}
        mayEdit={may(person, 'manage_calendar').ok}
        mayRule={may(person, 'manage_rules').ok}
      />
    </DeskShell>
  )
}
