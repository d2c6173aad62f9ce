/** A typed line, without the blanks around it. */
export function lineIn(fields: FormData, name: string): string {
  return String(fields.get(name) ?? '').trim()
}

/** A typed number; NaN where none stands there, so that the server's own check speaks. */
export function numberIn(fields: FormData, name: string): number {
  const line = lineIn(fields, name)
  return line === '' ? Number.NaN : Number(line)
}
