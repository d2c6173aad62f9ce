import { z } from 'zod'
import { ok, type Result, refusal } from '#domain/result.ts'

/** A message with the answer a person gave: 1 claims arrears, 0 does not. */
export type LabelledMessage = { id: string; title: string; text: string; label: 0 | 1 }

const labelled = z.object({
  id: z.union([z.string(), z.number().transform(String)]),
  title: z.string().nullish(),
  text: z.string(),
  label: z.union([z.literal(0), z.literal(1)]),
})

export type LabelsProblem = 'labels_empty' | 'labels_line_unreadable' | 'labels_one_class' | 'labels_too_few'

/** Fewer of either answer than this cannot be split into folds and teach. */
const fewestOfEach = 5

/** Reads a file of labels, one JSON object a line; the first unreadable line refuses the whole, by its number. */
export function readLabelledMessages(jsonl: string): Result<LabelledMessage[], LabelsProblem> {
  const messages: LabelledMessage[] = []
  for (const [index, line] of jsonl.split('\n').entries()) {
    if (line.trim() === '') continue
    const parsed = labelled.safeParse(readJson(line))
    if (!parsed.success) return refusal('labels_line_unreadable', { line: index + 1 })
    const { id, title, text, label } = parsed.data
    messages.push({ id, title: title ?? '', text, label })
  }
  if (messages.length === 0) return refusal('labels_empty')
  const positives = messages.filter(({ label }) => label === 1).length
  const negatives = messages.length - positives
  if (positives === 0 || negatives === 0)
    return refusal('labels_one_class', { label: positives === 0 ? 0 : 1 })
  const fewest = Math.min(positives, negatives)
  if (fewest < fewestOfEach) return refusal('labels_too_few', { count: fewest, needed: fewestOfEach })
  return ok(messages)
}

function readJson(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
