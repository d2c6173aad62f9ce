const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const quietMs = 1_000
const reportEveryMs = 10_000
const eraseLine = '\r\u001b[K'

/** Whether the last line of the terminal is a spinner that has to make room for words. */
let spinning = false

/**
 * Progress goes to stderr; stdout stays free for what a command answers.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${spinning ? eraseLine : ''}${line}\n`)
}

/**
 * Runs one step; if it takes over a second, its label and seconds are shown.
 * @template T
 * @param {string} label
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(label, work) {
  const begun = Date.now()
  const seconds = () => ((Date.now() - begun) / 1000).toFixed(1)
  const stopShowing = process.stderr.isTTY ? spin(label, seconds) : report(label, seconds)
  try {
    const result = await work()
    stopShowing()
    if (Date.now() - begun > quietMs) say(`✓ ${label} ${seconds()} s`)
    return result
  } catch (error) {
    stopShowing()
    say(`✗ ${label} ${seconds()} s`)
    throw error
  }
}

function spin(label, seconds) {
  let frame = 0
  const timer = setInterval(() => {
    frame += 1
    spinning = true
    process.stderr.write(`${eraseLine}${frames[frame % frames.length]} ${label} ${seconds()} s`)
  }, 125)
  return () => {
    clearInterval(timer)
    if (spinning) process.stderr.write(eraseLine)
    spinning = false
  }
}

function report(label, seconds) {
  const first = setTimeout(() => say(`… ${label}`), quietMs)
  const later = setInterval(() => say(`… ${label} ${seconds()} s`), reportEveryMs)
  return () => {
    clearTimeout(first)
    clearInterval(later)
  }
}
