/** Half-open range of the folded text. */
type Place = { start: number; end: number }

/** Letters around a word of wages that the model reads. */
const windowReach = 16
export const shortestGram = 2
export const longestGram = 4
/** Longest text the model reads; what stands further on repeats what was said. */
const mostWindowLetters = 1_500

/** The parts of a text the model reads: what stands around the given places, merged where they meet. */
export function windowsAround(text: string, places: readonly Place[]): Place[] {
  const windows: Place[] = []
  let letters = 0
  for (const place of [...places].sort((one, other) => one.start - other.start)) {
    const start = Math.max(0, place.start - windowReach)
    const end = Math.min(text.length, place.end + windowReach)
    const last = windows.at(-1)
    if (last && start <= last.end) {
      letters += Math.max(0, end - last.end)
      last.end = Math.max(last.end, end)
    } else {
      letters += end - start
      windows.push({ start, end })
    }
    if (letters > mostWindowLetters) break
  }
  return windows
}

/** Calls back for every run of two to four letters inside the windows, with its bucket among `2 ** bits`. */
export function eachGram(
  text: string,
  windows: readonly Place[],
  bits: number,
  onGram: (bucket: number, start: number, end: number) => void,
): void {
  for (const window of windows) {
    for (let start = window.start; start < window.end; start++) {
      let hash = 0x811c9dc5
      const last = Math.min(window.end, start + longestGram)
      for (let at = start; at < last; at++) {
        hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
        hash ^= hash >>> 13
        if (at - start + 1 >= shortestGram) onGram(mixed(hash) >>> (32 - bits), start, at + 1)
      }
    }
  }
}

/** The upper bits of a short FNV hash hardly differ; mixed, every bucket is as likely as the next. */
function mixed(hash: number): number {
  const half = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  return Math.imul(half ^ (half >>> 13), 0xc2b2ae35)
}
