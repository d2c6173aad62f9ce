import { readPost, shouldKeep } from '#domain/post/read-post.ts'
import type { ReadingTables } from '#domain/post/reading-tables.ts'

export type ExampleSentence = { number: string; text: string; label: string; place: string }

/** The rows of the table of examples in section 4.5 of the domain notes. */
export function exampleSentences(notes: string): ExampleSentence[] {
  const section = notes.slice(notes.indexOf('### 4.5'), notes.indexOf('## 5.'))
  return section.split('\n').flatMap((line) => {
    const [, number = '', text = '', label = '', place = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d+$/u.test(number) ? [{ number, text, label, place }] : []
  })
}

/** Y is flagged; W and R wait for a person; S, D and N are not flagged. What is out of area counts as not flagged. */
export function isJudgedRight({ text, label }: ExampleSentence, tables: ReadingTables): boolean {
  const reading = readPost({ externalId: '', title: '', text, url: null, publishedAt: null }, tables)
  const flagged = reading.flag.flagged && !reading.facts.outOfArea
  if (label === 'Y') return flagged
  return label === 'W' || label === 'R' ? !flagged && shouldKeep(reading) : !flagged
}
