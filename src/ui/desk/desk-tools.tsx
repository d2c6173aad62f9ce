'use client'

import type { BoardView } from '#contracts/views.ts'
import { SeasonWords } from '#ui/primitives/season-words.tsx'
import { SearchField } from './desk-search.tsx'

/** What the desk adds to the top bar: the search and the season. */
export function DeskTools({ season }: { season: BoardView['season'] }) {
  return (
    <div className="flex min-w-0 items-center gap-4 max-md:hidden">
      <SearchField className="h-8 w-[264px] max-lg:w-40" />
      {season ? (
        <p className="unbroken text-desk-body text-t2 max-xl:hidden">
          <SeasonWords season={season} />
        </p>
      ) : null}
    </div>
  )
}
