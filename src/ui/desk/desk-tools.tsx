'use client'

import type { BoardView } from '#contracts/views.ts'
import { SeasonWords } from '#ui/primitives/season-words.tsx'
import { SearchField } from './desk-search.tsx'

/** What the desk adds to the top bar: the search and the season. */
export function DeskTools({ season }: { season: BoardView['season'] }) {
  return (
    <div className="flex min-w-0 items-center gap-4 max-md:hidden">
      <SearchField className="h-8 w-[232px] min-w-32 shrink-[2] max-lg:w-40" />
      {season ? (
        <p className="min-w-0 truncate text-desk-body text-t2 max-xl:hidden">
          <SeasonWords season={season} />
        </p>
      ) : null}
    </div>
  )
}
