import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { readBoard } from '#actions/board.ts'
import { requireActor } from '#auth/require-actor.ts'
import { WallScreen } from '#ui/wall/wall-screen.tsx'
import { baseLayers } from './base-layers.ts'

export const metadata: Metadata = { title: '指挥大屏' }

/** The command wall, rendered with its snapshot and the event it is true up to, so that nothing falls between. */
export default async function WallPage() {
  await requireActor()
  const board = await readBoard(undefined)
  if (!board.ok) redirect('/login')
  return <WallScreen board={board.value} base={await baseLayers()} />
}
