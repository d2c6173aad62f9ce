const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const quietMs = 1_000
const reportEveryMs = 10_000

/**
 * Progress goes to stderr; stdout stays free for what a command answers.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`)
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
    process.stderr.write(`\r\u001b[K${frames[frame % frames.length]} ${label} ${seconds()} s`)
  }, 100)
  return () => {
    clearInterval(timer)
    process.stderr.write('\r\u001b[K')
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
