import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

/**
 * The environment with the lines of .env below it: what the shell says wins, an empty value says nothing.
 * @param {NodeJS.ProcessEnv} shell
 * @param {string} [text] what .env says
 * @returns {Record<string, string>}
 */
export function withDotenv(shell, text = read()) {
  const given = Object.entries({ ...parseLines(text), ...nonEmpty(shell) })
  return Object.fromEntries(given.filter(([, value]) => value !== ''))
}

function nonEmpty(shell) {
  return Object.fromEntries(Object.entries(shell).filter(([, value]) => value !== undefined && value !== ''))
}

function parseLines(text) {
  const lines = text
    .split(/\r?\n/)
    .map((line) => /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=\s*(.*?)\s*$/.exec(line))
  const pairs = lines.filter((line) => line !== null)
  return Object.fromEntries(pairs.map(([, name, value]) => [name, value.replace(/^(["'])(.*)\1$/, '$2')]))
}

function read() {
  try {
    return readFileSync(join(root, '.env'), 'utf8')
  } catch (error) {
    if (error.code === 'ENOENT') return ''
    throw error
  }
}
