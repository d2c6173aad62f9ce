/**
 * From where non-payment is a matter for the police (刑法 276-1, 法释〔2013〕3号 art. 3).
 * Each province fixes its figures; Zhejiang's own were not found, so these are settings with neighbours' figures
 * as default (domain notes §3.4).
 */
export type TransferLimits = {
  oneWorkerMonths: number
  oneWorkerFen: number
  workers: number
  workersFen: number
}

export const defaultTransferLimits: TransferLimits = {
  oneWorkerMonths: 3,
  oneWorkerFen: 1_000_000,
  workers: 10,
  workersFen: 6_000_000,
}

export type TransferFacts = {
  /** Workers unpaid, and what they are owed together, in fen. */
  workers: number
  totalFen: number
  /** The worst single case. */
  longestMonths: number
  largestFen: number
}

export type ThresholdLine = 'one_worker' | 'ten_workers'

/** The line of the criminal rule that is reached, or null; both its halves must hold. */
export function thresholdReached(
  facts: TransferFacts,
  limits: TransferLimits = defaultTransferLimits,
): ThresholdLine | null {
  if (facts.longestMonths >= limits.oneWorkerMonths && facts.largestFen >= limits.oneWorkerFen)
    return 'one_worker'
  if (facts.workers >= limits.workers && facts.totalFen >= limits.workersFen) return 'ten_workers'
  return null
}
