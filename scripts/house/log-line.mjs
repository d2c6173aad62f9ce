const words = { 40: '提醒 warn', 50: '错误 error', 60: '致命 fatal' }

/**
 * What of a program's output a person at the terminal should see: warnings and worse, in one short line.
 * @param {string} program
 * @param {string} line JSON as pino writes it, or whatever a library printed
 * @param {boolean} isStderr
 * @returns {string | null} null for what only belongs into the log file
 */
export function terminalLine(program, line, isStderr) {
  const entry = parse(line)
  if (!entry) return isStderr && line.trim() ? `[${program}] ${line}` : null
  if (entry.level < 40) return null
  const reason = entry.reason ?? entry.err?.message
  const at = new Date(entry.time ?? Date.now()).toTimeString().slice(0, 8)
  return `${at} [${program}] ${words[entry.level] ?? entry.level}: ${entry.msg ?? ''}${reason ? ` (${reason})` : ''}`
}

function parse(line) {
  if (!line.startsWith('{')) return null
  try {
    const entry = JSON.parse(line)
    return typeof entry.level === 'number' ? entry : null
  } catch {
    return null
  }
}
