'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { Tile } from '#ui/primitives/tile.tsx'
import { Watermark } from '#ui/primitives/watermark.tsx'
import { dueNext } from './due-next.ts'
import { NextRow } from './next-row.tsx'
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
  const restWords =
    restOwed > 0 ? t('othersOwed', { count: rest, owed: restOwed }) : t('othersAccepted', { count: rest })
  return (
    <Tile
      surface="wall"
      caption={t('next')}
      note={rest > 0 ? restWords : null}
      dataAt={heardAt}
      now={now}
      condition={condition.board}
      under={scene.drill ? <Watermark /> : null}
      className={className}
    >
      <ul>
        {rows.map((row) => (
          <NextRow key={row.incident.id} row={row} scene={scene} arrived={!atStart.has(row.incident.id)} />
        ))}
      </ul>
      {rows.length === 0 ? <p className="pt-6 text-wall-queue text-t2">{t('allQuiet')}</p> : null}
    </Tile>
  )
}
