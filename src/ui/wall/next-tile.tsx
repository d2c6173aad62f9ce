'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Tile } from '#ui/primitives/tile.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { dueNext } from './due-next.ts'
import { NextRow } from './next-row.tsx'
import { RestWords } from './rest-words.tsx'
import { useQueueRows } from './use-queue-rows.ts'
import type { WallScene } from './wall-scene.ts'

/** What runs out next, one row per incident; the rest is one phrase. */
export function NextTile({ scene, className }: { scene: WallScene; className?: string }) {
  const t = useTranslations('wall')
  const rowLimit = useQueueRows()
  const [atStart] = useState(() => new Set(scene.board.incidents.map(({ id }) => id)))
  const { board, now, heardAt, condition, urgent } = scene
  const { rows, rest, restOwed } = dueNext(board.incidents, now, {
    largeId: urgent?.id ?? null,
    rows: rowLimit,
  })
  // Rows are facts; their absence is one only while some source lives.
  const unknown = scene.blind && rows.length === 0
  return (
    <Tile
      surface="wall"
      caption={t('next')}
      note={rest > 0 ? <RestWords count={rest} owed={restOwed} /> : null}
      dataAt={heardAt}
      now={now}
      condition={unknown && condition.board === 'live' ? 'blind' : condition.board}
      under={scene.drill ? <Watermark /> : null}
      className={className}
    >
      <ul>
        {rows.map((row) => (
          <NextRow key={row.incident.id} row={row} scene={scene} arrived={!atStart.has(row.incident.id)} />
        ))}
      </ul>
      {rows.length === 0 ? (
        <p className="flex items-baseline gap-6 pt-6 text-wall-queue text-t2">
          {unknown ? <strong className="text-wall-place font-bold leading-none text-t1">?</strong> : null}
          {t(unknown ? 'blind' : 'allQuiet')}
        </p>
      ) : null}
    </Tile>
  )
}
