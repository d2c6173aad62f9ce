import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './project.mjs'

/** Everything the build reads; `public` and `migrations` are read when the programs run. */
const inputs = [
  'src',
  'workers',
  'seeds',
  'scripts/group-font-faces.cjs',
  'scripts/house/build.mjs',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
]

/**
 * One fingerprint of all that the build is made from, and of the Node that runs it.
 * @returns {string}
 */
export function sourceHash() {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch} ${process.versions.modules}`)
  for (const file of inputs.flatMap(filesUnder)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)))
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!statSync(join(root, path), { throwIfNoEntry: false })) return []
  if (!statSync(join(root, path)).isDirectory()) return [path]
  return readdirSync(join(root, path), { withFileTypes: true })
    .filter(({ name }) => !/\.test\.tsx?$/.test(name))
    .map(({ name }) => join(path, name))
    .sort()
    .flatMap(filesUnder)
}
