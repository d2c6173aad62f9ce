import { listChannels } from '#actions/channels.ts'
import { DeskShell } from '#app/desk-shell.tsx'
import { granted } from '#app/granted.ts'
import { requireDeskActor } from '#app/require-desk-actor.ts'
import { listAgencies } from '#store/agencies.ts'
import { database } from '#store/database.ts'
import { ChannelsPage } from '#ui/channels/channels-page.tsx'

/** The gateways by which people are called, for the office and administrators. */
export default async function Channels() {
  const person = await requireDeskActor()
  const [list, agencies] = await Promise.all([listChannels(undefined), listAgencies(database())])
  return (
    <DeskShell person={person}>
      <ChannelsPage list={granted(list)} agencies={agencies} />
    </DeskShell>
  )
}
