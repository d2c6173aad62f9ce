import type { TablePreview } from './table-answers.ts'

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
export function guessedMapping({ mapping }: TablePreview): Mapping {
  return Object.fromEntries(
    importFields.flatMap((field) => (mapping[field] ? [[field, mapping[field]]] : [])),
  )
}

/** Columns that may not be chosen, because they name a person. */
export function closedColumns({ headers, personal }: TablePreview): string[] {
  return headers.filter((header) => personal.includes(header))
}

/** Columns that may be chosen. */
export function openColumns(preview: TablePreview): string[] {
  const closed = new Set(closedColumns(preview))
  return preview.headers.filter((header) => header !== '' && !closed.has(header))
}
