import type { NewEvent } from '#contracts/events.ts'
import type { SilenceView } from '#contracts/views.ts'
import { hourOf } from '#domain/clock/shanghai.ts'
import { heardHours } from '#domain/source/heard-hours.ts'
import { learnHours, noRhythm } from '#domain/source/rhythm.ts'
import { type Silence, silenceOf } from '#domain/source/silence.ts'
import { sourceStateOf } from '#domain/source/source-state.ts'
import { record } from '#store/event-log.ts'
import {
  forgetHoursBefore,
  hoursOf,
  type LearntRhythm,
  listRhythms,
  saveRhythm,
} from '#store/source-hours.ts'
import { listSources, markSilence, type SourceRow } from '#store/sources.ts'
import type { Context } from './context.ts'

const hourMs = 3_600_000
/** Hours are kept a little longer than the coverage page looks back. */
const hoursKeptMs = 35 * 24 * hourMs

/**
 * Learns how each source usually speaks, and tells when a talkative one goes quiet or speaks again. Sources that only
 * people use (intake form, imports) have no rhythm to miss.
 * @returns the names of those whose silence began or ended.
 */
export async function watchSilence(context: Context): Promise<string[]> {
  const told: string[] = []
  const rhythms = await listRhythms(context.db)
  for (const source of await listSources(context.db)) {
    if (source.kind === 'intake' || source.kind === 'import' || source.pausedAt) continue
    const rhythm = await learn(context, source, rhythms.get(source.id) ?? null)
    if (rhythm && (await tell(context, source, rhythm))) told.push(source.name)
  }
  return told
}

/** Folds the whole hours since the last time into the rhythm, once an hour. */
async function learn(
  context: Context,
  source: SourceRow,
  known: LearntRhythm | null,
): Promise<LearntRhythm | null> {
  // The hour in which a source was added holds its archive, and says nothing of its rhythm.
  const from = known?.learntUntil ?? new Date(hourOf(source.createdAt).getTime() + hourMs)
  const isPolled = source.intervalSeconds !== null
  const heardUntil = isPolled ? hourOf(source.lastSuccessAt ?? source.createdAt) : hourOf(context.now)
  if (heardUntil <= from) return known
  const reachSeconds = isPolled ? Math.max(3_600, 2 * (source.polling?.pace?.seconds ?? 3_600)) : null
  const reachMs = (reachSeconds ?? 0) * 1_000
  const noted = await hoursOf(context.db, source.id, from, new Date(heardUntil.getTime() + reachMs + hourMs))
  const heard = heardHours(noted, { from, to: heardUntil, reachSeconds })
  const learnt = { ...learnHours(known ?? noRhythm, heard), learntUntil: heardUntil }
  if (!(await saveRhythm(context.db, source.id, known?.learntUntil ?? null, learnt))) return known
  await forgetHoursBefore(context.db, source.id, new Date(context.now.getTime() - hoursKeptMs))
  return learnt
}

async function tell(context: Context, source: SourceRow, rhythm: LearntRhythm): Promise<boolean> {
  const { now } = context
  if (source.fellSilentAt) {
    const spoke = source.lastHeardAt !== null && source.lastHeardAt > source.fellSilentAt
    if (!spoke) return false
    return mark(context, source, null, {
      name: 'source.spoke_again',
      data: { sourceId: source.id, name: source.name, fellSilentAt: source.fellSilentAt.toISOString() },
      incidentId: null,
    })
  }
  // A source we cannot read has another trouble, and is shown with it.
  const pace = source.polling?.pace?.seconds ?? null
  if (sourceStateOf({ ...source, paceSeconds: pace }, now) !== 'alive' || !source.lastHeardAt) return false
  const silence = silenceOf(rhythm, { since: source.lastHeardAt, now })
  if (!silence) return false
  const view = silenceView(silence)
  return mark(context, source, view, {
    name: 'source.fell_silent',
    data: { sourceId: source.id, name: source.name, ...view },
    incidentId: null,
  })
}

function mark(
  context: Context,
  source: SourceRow,
  silence: SilenceView | null,
  event: NewEvent,
): Promise<boolean> {
  return context.db.transaction(async (tx) => {
    const marked = await markSilence(tx, source.id, context.now, silence)
    if (marked) await record(tx, [{ ...event, route: null }], { at: context.now, actor: null })
    return marked
  })
}

function silenceView({ since, expected, probability }: Silence): SilenceView {
  return { since: since.toISOString(), expected: Math.round(expected * 10) / 10, probability }
}
