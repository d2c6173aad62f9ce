import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * Makes the links between library names that a package cannot carry; npm does it by an install script, unless a
 * cautious setting (`ignore-scripts`) keeps such scripts from running.
 * @param {string} binary a program in the package's native/bin
 */
export function linkLibraries(binary) {
  const folder = dirname(dirname(dirname(binary)))
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    if (!existsSync(join(folder, target))) symlinkSync(basename(source), join(folder, target))
  }
}
