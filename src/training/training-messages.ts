import { placesOfWages } from '#domain/flagging/classifier.ts'
import { featuresOf, type ReadMessage } from '#domain/flagging/flag.ts'
import { judgeByRules } from '#domain/flagging/judge-by-rules.ts'
import { normaliseText } from '#domain/post/normalise.ts'
import { readWords } from '#domain/post/read-post.ts'
import type { ReadingTables } from '#domain/post/reading-tables.ts'
import { groupMessages } from './group-messages.ts'
import type { LabelledMessage } from './labelled-messages.ts'
import { type TrainingMessage, trainingDefaults } from './train-model.ts'

/** Reads messages as the product reads them; those of one `key` (an employer) stay in one group with their likes. */
export function trainingMessages(
  messages: readonly (LabelledMessage & { key?: string | null })[],
  tables: ReadingTables,
  bits: number = trainingDefaults.bits,
): (TrainingMessage & { read: ReadMessage })[] {
  const groups = groupMessages(
    messages.map(({ title, text }) => title + text),
    messages.map(({ key }) => key ?? null),
  )
  return messages.map(({ title, text, label }, index) => {
    const read = readWords(normaliseText(title), normaliseText(text), tables)
    const { folded, hits, signs } = read
    const unread = placesOfWages(hits, signs).length === 0
    const features = unread ? null : featuresOf(read, judgeByRules(folded, hits, signs), bits)
    return { read, features, label, group: groups[index] as number }
  })
}
