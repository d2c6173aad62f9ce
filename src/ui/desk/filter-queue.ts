import type { DeskQueue, QueueRow } from './desk-queue.ts'

/** 待办 everything open · 待我 what my agency owes next · 未定位 without a place. */
export type QueueTab = 'all' | 'mine' | 'unlocated'
export const queueTabs: readonly QueueTab[] = ['all', 'mine', 'unlocated']

const belongs: Record<QueueTab, (row: QueueRow) => boolean> = {
  all: () => true,
  mine: ({ next }) => next?.mine ?? false,
  unlocated: ({ incident }) => incident.place === null,
}

export function countTab(queue: DeskQueue, tab: QueueTab): number {
  return rowsOf(queue).filter(belongs[tab]).length
}

/** The rows of a tab that name what was typed: town, county, employer, headline or number. */
export function filterQueue(queue: DeskQueue, tab: QueueTab, typed: string): DeskQueue {
  const wanted = fold(typed)
  const keep = (row: QueueRow) => belongs[tab](row) && (wanted === '' || fold(nameOf(row)).includes(wanted))
  return { now: queue.now.filter(keep), hour: queue.hour.filter(keep), later: queue.later.filter(keep) }
}

/** All rows in the order they stand on the screen, for moving up and down. */
export function rowsOf({ now, hour, later }: DeskQueue): QueueRow[] {
  return [...now, ...hour, ...later]
}

function nameOf({ incident }: QueueRow): string {
  const { place, employer, project, headline, number } = incident
  return [place?.name, place?.county, employer, project, headline, number].filter(Boolean).join('\n')
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
}
