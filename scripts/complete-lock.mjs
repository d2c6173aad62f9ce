// Puts optional platform packages back into package-lock.json when `npm install` ran behind a mirror
// that lacks them; without them `npm ci` refuses the lock on every platform.
import { readFileSync, writeFileSync } from 'node:fs'

const lockFile = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(lockFile, 'utf8'))
const cpus = ['arm64', 'x64', 'ia32', 'wasm32', 'riscv64', 'ppc64', 's390x', 'arm']
const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'openbsd', 'netbsd', 'win32']

const holders = Object.entries(lock.packages)
let added = 0
for (const [path, holder] of holders) {
  for (const [name, version] of Object.entries(holder.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`
    const top = `node_modules/${name}`
    if (lock.packages[nested] || lock.packages[top] || !/^\d/.test(version)) continue
    lock.packages[top] = entryFor(name, version, holder.dev === true)
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(lockFile, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`package-lock.json: ${added} platform package(s) put back`)

function entryFor(name, version, dev) {
  const cpu = cpus.find((one) => name.includes(one))
  const os = systems.find((one) => name.includes(one))
  return {
    version,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev: true }),
    ...(name.includes('musl') && { libc: ['musl'] }),
    optional: true,
    ...(os && { os: [os] }),
  }
}
