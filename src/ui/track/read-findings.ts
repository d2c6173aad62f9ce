import type { VerifyFactsInput } from '#contracts/track.ts'
import type { Cause, EvidenceKind, Outcome } from '#domain/verification/verification.ts'
import { lineIn, numberIn } from '#ui/primitives/form-fields.ts'

type Findings = Omit<VerifyFactsInput, 'incidentId' | 'outcome'>

/** The form's findings as the server wants them; lines left empty are no lines. */
export function findingsIn(fields: FormData, outcome: Outcome): Findings {
  const owes = outcome === 'true' || outcome === 'partly'
  return {
    employer: lineIn(fields, 'employer') || null,
    workers: figureIn(fields, 'workers'),
    owedYuan: figureIn(fields, 'owedYuan'),
    paidYuan: owes ? (figureIn(fields, 'paidYuan') ?? 0) : null,
    causes: fields.getAll('causes') as Cause[],
    course: lineIn(fields, 'course'),
    comparisons: rowsIn(fields, ['claimed', 'found', 'basis']).flatMap(
      ([claimed = '', found = '', basis = '']) => (found && basis ? [{ claimed, found, basis }] : []),
    ),
    nextStep: lineIn(fields, 'nextStep') || null,
    nextTryAt: instantIn(fields, 'nextTryAt'),
    evidence: rowsIn(fields, ['evidenceText', 'evidenceKind', 'evidenceDocument', 'evidenceHash']).map(
      ([text = '', kind, document, sha256]) => ({
        ...{ text, kind: kind as EvidenceKind, document: document || null, sha256: sha256 || null },
      }),
    ),
  }
}

/** An instant typed by the clock of Jiaxing, UTC+8 all year; null where none was typed. */
export function instantIn(fields: FormData, name: string): string | null {
  const line = lineIn(fields, name)
  return line === '' ? null : new Date(`${line}:00+08:00`).toISOString()
}

function figureIn(fields: FormData, name: string): number | null {
  const figure = numberIn(fields, name)
  return Number.isNaN(figure) ? null : figure
}

/** Fields of one name each, line by line; a line whose first field is empty is left out. */
function rowsIn(fields: FormData, names: readonly string[]): string[][] {
  const columns = names.map((name) => fields.getAll(name).map((one) => String(one).trim()))
  return (columns[0] ?? [])
    .map((_, at) => columns.map((column) => column[at] ?? ''))
    .filter(([first]) => first)
}
