import type { Metadata } from 'next'
import { readBoard } from '#actions/board.ts'
import { granted } from '#app/granted.ts'
import { pageTitle } from '#app/page-title.ts'
import { requireActor } from '#auth/require-actor.ts'
import { WallScreen } from '#ui/wall/wall-screen.tsx'
import { baseLayers } from './base-layers.ts'

export const generateMetadata = (): Promise<Metadata> => pageTitle('wall')

/** The command wall, rendered with its snapshot and the event it is true up to, so that nothing falls between. */
export default async function WallPage() {
  await requireActor()
  const board = granted(await readBoard(undefined))
  return <WallScreen board={board} base={await baseLayers()} />
}
