import type { TransferLetterView } from '#contracts/transfer-letter.ts'
import { shanghaiDay } from '#domain/clock/shanghai.ts'
import { yuanOf } from '#domain/ledger/fen.ts'
import { balanceOf } from '#domain/ledger/ledger.ts'
import { balanceTogether } from '#domain/ledger/together.ts'
import { may } from '#domain/permission.ts'
import { ok, type Result, refusal } from '#domain/result.ts'
import { standingVerification, type Verification } from '#domain/verification/verification.ts'
import type { Queryable } from '#store/database.ts'
import { briefOf, handledIncident } from '#store/handled-incident.ts'
import { booksOf } from '#store/ledger.ts'
import { findTransfer, type TransferRow, transferViewOf } from '#store/transfers.ts'
import { verificationsOf } from '#store/verifications.ts'
import type { Context } from './context.ts'
import { onRouteOf } from './locked-incident.ts'

/**
 * What the letter to the police is written from: verified fields and served papers only, nothing a post claimed and
 * nobody who posted. Refusals: no_such_transfer, not_your_agency.
 */
export async function readTransferLetter(
  { actor, db, now }: Context,
  { transferId }: { transferId: string },
): Promise<Result<TransferLetterView>> {
  const transfer = await findTransfer(db, transferId)
  const incident = transfer && (await handledIncident(db, transfer.incidentId))
  if (!transfer || !incident) return refusal('no_such_transfer')
  const allowed = may(actor, 'see_incident', onRouteOf(incident))
  if (!allowed.ok) return allowed
  const verified = standingVerification(await verificationsOf(db, incident.id))
  const { number, place } = briefOf(incident)
  return ok({
    ...{ transfer: transferViewOf(transfer), incidentNumber: number, place, at: now.toISOString() },
    from: transfer.startedBy.agency,
    employer: verified?.employer ?? null,
    verifiedOn: verified && shanghaiDay(verified.at),
    course: verified?.course ?? null,
    causes: [...(verified?.causes ?? [])],
    ...(await moneyOf(db, incident.id, verified)),
    evidence: evidenceOf(transfer, verified),
  })
}

/** The ledger before the verification: it knows what was paid since. */
async function moneyOf(db: Queryable, incidentId: string, verified: Verification | null) {
  const books = await booksOf(db, incidentId)
  const { known, workersOwed, owedFen, paidFen, leftFen } = balanceTogether(
    books.map(({ rows }) => balanceOf(rows)),
  )
  const workers = workersOwed ?? verified?.workers ?? null
  if (known) {
    return { workers, owedYuan: yuanOf(owedFen), paidYuan: yuanOf(paidFen), leftYuan: yuanOf(leftFen) }
  }
  const { owedYuan = null, paidYuan = null } = verified ?? {}
  return { workers, owedYuan, paidYuan, leftYuan: owedYuan === null ? null : owedYuan - (paidYuan ?? 0) }
}

function evidenceOf({ evidence }: TransferRow, verified: Verification | null) {
  if (evidence.length > 0) return evidence.map((text) => ({ kind: null, text }))
  return (verified?.evidence ?? []).map(({ kind, text, document }) => ({
    kind,
    text: document ? `${text}（${document}）` : text,
  }))
}
