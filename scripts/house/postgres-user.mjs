import { execFileSync, spawnSync } from 'node:child_process'
import { Refusal } from './refusal.mjs'

/**
 * PostgreSQL refuses to run as root, so root hands it to the user `postgres`.
 * @typedef {object} PostgresUser
 * @property {{ uid: number, gid: number } | null} owner who must own its files; null when that is ourselves
 * @property {(command: string, args: string[]) => [string, string[]]} as the same command, run as that user
 */

/**
 * @param {string[]} mustReach files that user has to reach
 * @returns {PostgresUser}
 */
export function postgresUser(mustReach) {
  if (process.getuid?.() !== 0) return { owner: null, as: (command, args) => [command, args] }
  const owner = findUser() ?? createUser()
  for (const capability of [null, 'dac_read_search', 'dac_override']) {
    const as = (command, args) => ['setpriv', [...switches(owner, capability), command, ...args]]
    if (reaches(as, mustReach)) return { owner, as }
  }
  throw new Refusal(
    '数据库用户 postgres 进不了这个目录，请把项目放到 /opt 或 /srv 下再启动。',
    'The user postgres cannot enter this folder: move the project under /opt or /srv and start again.',
  )
}

// Below /root (0700) the user cannot even pass. One capability lets it pass without opening /root to all; initdb also
// asks by access(2), which forgets capabilities of a user other than root unless that fix-up is off.
function switches({ uid, gid }, capability) {
  const passing = [`+${capability}`, '--ambient-caps', `+${capability}`, '--securebits', '+no_setuid_fixup']
  const extra = capability ? ['--inh-caps', ...passing] : []
  return ['--reuid', String(uid), '--regid', String(gid), '--clear-groups', ...extra, '--']
}

function reaches(as, files) {
  const checks = files.map((_, index) => `test -x "$${index}"`).join(' && ')
  const [command, args] = as('/bin/sh', ['-c', checks, ...files])
  return spawnSync(command, args, { cwd: '/', stdio: 'ignore' }).status === 0
}

function createUser() {
  try {
    execFileSync(
      'useradd',
      ['--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'postgres'],
      {
        stdio: 'pipe',
      },
    )
  } catch {
    // Refused below when the user is still missing.
  }
  const user = findUser()
  if (user) return user
  throw new Refusal(
    'PostgreSQL 不能以 root 运行，且无法创建系统用户 postgres；请先创建它，或设置 DATABASE_URL。',
    'PostgreSQL cannot run as root and the user postgres could not be made: create it, or set DATABASE_URL.',
  )
}

function findUser() {
  const [uid, gid] = ['-u', '-g'].map((field) => spawnSync('id', [field, 'postgres'], { encoding: 'utf8' }))
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null
}
