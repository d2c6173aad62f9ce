import { sigmoid } from './fit-logistic.ts'

export type Calibration = { slope: number; offset: number }

const rounds = 60

/**
 * Platt's sigmoid over scores of messages the scorer has not seen, by Newton's method; targets are softened as Platt
 * proposed, so that few positives do not make it sure of itself.
 */
export function fitCalibration(scores: readonly number[], labels: readonly number[]): Calibration {
  const positives = labels.filter((label) => label === 1).length
  const yes = (positives + 1) / (positives + 2)
  const no = 1 / (labels.length - positives + 2)
  let slope = 1
  let offset = 0
  for (let round = 0; round < rounds; round++) {
    let bySlope = 0
    let byOffset = 0
    let slopeSlope = 1e-6
    let slopeOffset = 0
    let offsetOffset = 1e-6
    for (const [index, score] of scores.entries()) {
      const probability = sigmoid(slope * score + offset)
      const error = probability - (labels[index] === 1 ? yes : no)
      const bend = Math.max(probability * (1 - probability), 1e-9)
      bySlope += error * score
      byOffset += error
      slopeSlope += bend * score * score
      slopeOffset += bend * score
      offsetOffset += bend
    }
    const det = slopeSlope * offsetOffset - slopeOffset * slopeOffset
    slope -= (offsetOffset * bySlope - slopeOffset * byOffset) / det
    offset -= (slopeSlope * byOffset - slopeOffset * bySlope) / det
  }
  return slope > 0 && Number.isFinite(slope + offset) ? { slope, offset } : { slope: 1, offset: 0 }
}
