import type { CsvPreview } from './csv-answers.ts'

/** What a column of an export can hold, in the order the form asks for it. */
export const importFields = [
  'text',
  'title',
  'receivedAt',
  'id',
  'channel',
  'county',
  'town',
  'place',
  'employer',
  'workers',
  'amountYuan',
] as const
export type ImportField = (typeof importFields)[number]

export type Mapping = Partial<Record<ImportField, string>>

/** The server's guess, as far as it names fields we ask for. */
export function guessedMapping({ mapping }: CsvPreview): Mapping {
  return Object.fromEntries(
    importFields.flatMap((field) => (mapping[field] ? [[field, mapping[field]]] : [])),
  )
}

/** Columns that may not be chosen: they name a person, or nothing of them was shown. */
export function closedColumns({ headers, sample, mapping, personal }: CsvPreview): string[] {
  if (personal) return headers.filter((header) => personal.includes(header))
  const guessed = new Set(Object.values(mapping))
  const blank = (header: string) => sample.length > 0 && sample.every((row) => !row[header]?.trim())
  return headers.filter((header) => header !== '' && !guessed.has(header) && blank(header))
}

/** Columns that may be chosen. */
export function openColumns(preview: CsvPreview): string[] {
  const closed = new Set(closedColumns(preview))
  return preview.headers.filter((header) => header !== '' && !closed.has(header))
}
