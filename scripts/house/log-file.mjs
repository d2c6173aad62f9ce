import { closeSync, fstatSync, openSync, renameSync, writeSync } from 'node:fs'

const limitBytes = 10 * 1024 * 1024
const kept = 3

/**
 * A log that starts a new file when it grows over 10 MB and keeps the last three.
 * @param {string} file
 * @returns {{ write: (line: string) => void, close: () => void }}
 */
export function openLogFile(file) {
  let fd = openSync(file, 'a', 0o600)
  let size = fstatSync(fd).size
  return {
    write(line) {
      if (size > limitBytes) {
        closeSync(fd)
        shift(file)
        fd = openSync(file, 'a', 0o600)
        size = 0
      }
      size += writeSync(fd, `${line}\n`)
    },
    close: () => closeSync(fd),
  }
}

/**
 * For a server that writes its log itself: a file descriptor to give it when it starts.
 * @param {string} file
 * @returns {number}
 */
export function openServerLog(file) {
  const fd = openSync(file, 'a', 0o600)
  if (fstatSync(fd).size <= limitBytes) return fd
  closeSync(fd)
  shift(file)
  return openSync(file, 'a', 0o600)
}

function shift(file) {
  for (let number = kept - 1; number >= 1; number -= 1) rename(`${file}.${number}`, `${file}.${number + 1}`)
  rename(file, `${file}.1`)
}

function rename(from, to) {
  try {
    renameSync(from, to)
  } catch (error) {
    if (error.code !== 'ENOENT') throw error
  }
}
