'use client'

import { useMemo, useState } from 'react'
import type { BoardView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { livePresses, withPresses } from '#ui/alert/press.ts'
import { useAcceptance } from '#ui/alert/use-acceptance.ts'
import { useArrivalTone } from '#ui/alert/use-arrival-tone.ts'
import { useIncident } from '#ui/incident/use-incident.ts'
import type { LinkState } from '#ui/live/link-state.ts'
import { PhoneDesk } from '#ui/phone/phone-desk.tsx'
import { isBlind } from '#ui/wall/coverage.ts'
import { deskQueue } from './desk-queue.ts'
import { useDeskSearch } from './desk-search.tsx'
import type { DeskSurface } from './desk-surface.ts'
import { type QueueTab, rowsOf } from './filter-queue.ts'
import { useMedia } from './use-media.ts'
import { useSelection } from './use-selection.ts'
import { WideDesk } from './wide-desk.tsx'

/** The duty desk, drawn from one board, one link and one clock. */
export function Desk({
  board,
  link,
  now,
  person,
  incidentId,
  phoneGuess,
}: {
  board: BoardView
  link: LinkState
  /** The server's clock in epoch milliseconds. */
  now: number
  person: Person
  /** The incident named in the address. */
  incidentId: string | null
  /** Whether the browser calls itself a phone, until its width is known. */
  phoneGuess: boolean
}) {
  const cut = link.state === 'cut'
  const { presses: pressed, unsent, accept } = useAcceptance(person, board.realm, cut, now)
  const presses = useMemo(() => livePresses(pressed, board.incidents), [pressed, board.incidents])
  const [tab, setTab] = useState<QueueTab>('all')
  const { typed } = useDeskSearch()
  const { selected, select } = useSelection(incidentId)
  const phone = useMedia('(max-width: 767px)', phoneGuess)
  const incidents = useMemo(
    () => [...withPresses(board.incidents, presses, person.post), ...(board.closing ?? [])],
    [board.incidents, board.closing, presses, person.post],
  )
  const queue = deskQueue(incidents, person, board.agencies, now)
  const [first] = useState(() => rowsOf(queue)[0]?.incident.id ?? null)
  const wanted = selected ?? (phone ? null : first)
  const listed = incidents.find(({ id }) => id === wanted)
  // What is closed stands in no queue: it is read by its id, and the desk stays on it.
  const asked = useIncident(listed || !selected ? null : selected)
  const read = asked.answer?.ok ? asked.answer.value.incident : null
  const named = listed ?? read
  const reading = !named && selected !== null && asked.answer === null && !asked.failed
  const incident = named ?? (phone || reading ? null : rowsOf(queue)[0]?.incident)
  const detail = useIncident(incident?.id ?? null)
  useArrivalTone(incidents, person.agency)
  const surface: DeskSurface = {
    board,
    incidents,
    person,
    agencies: board.agencies,
    queue,
    tab,
    setTab,
    typed,
    incident: incident ?? null,
    detail,
    select,
    selected: incident?.id ?? (reading ? selected : null),
    presses,
    unsent,
    accept,
    now,
    heardAt: link.heardAt,
    cut,
    blind: isBlind(board.pulse.sources),
    drill: board.realm === 'drill',
  }
  return phone ? <PhoneDesk {...surface} /> : <WideDesk {...surface} />
}
