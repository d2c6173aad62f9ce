import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { createHmac, randomUUID } from 'node:crypto'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { startFeedServer } from './feed-server.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = promisify(execFile)

export type Stack = Awaited<ReturnType<typeof startStack>>

/** The whole product on a database of its own, with all its programs and feeds that speak real HTTP. */
export async function startStack({ realm = 'real' as 'real' | 'drill' } = {}) {
  const feeds = await startFeedServer()
  const name = `anxin_e2e_${randomUUID().slice(0, 8)}`
  const env = environment(name, realm, await freePort(), {
    feedPort: feeds.port,
    drillPort: await freePort(),
  })
  const prepared = await run(process.execPath, [join(root, 'dist/prepare.js'), `--${realm}`], {
    cwd: root,
    env,
  })
  const sql = postgres(realm === 'real' ? env.DATABASE_URL : `${env.DATABASE_URL}_drill`, { max: 2 })
  const names = [
    'server',
    'workers',
    'scheduler',
    'notifier',
    'auditor',
    ...(realm === 'drill' ? ['drill'] : []),
  ]
  const programs = names.map((program) => startProgram(program, env))
  const origin = `http://127.0.0.1:${env.PORT}`
  await untilHealthy(origin, programs)
  const anxin = (...args: string[]) =>
    run(process.execPath, [join(root, 'dist/anxin.js'), ...args], { cwd: root, env })

  return {
    origin,
    env,
    sql,
    feeds,
    prepared: JSON.parse(prepared.stdout.trim().split('\n').at(-1) ?? '{}') as {
      admin?: { username: string; password: string }
    },
    anxin,
    /** Adds an account by the command line; its password has no need to be changed first. */
    async addUser(username: string, role: string, agency?: string) {
      const { stdout } = await anxin(
        'user',
        'add',
        username,
        '--role',
        role,
        ...(agency ? ['--agency', agency] : []),
      )
      await sql`update "user" set must_change_password = false where username = ${username}`
      const password = /[a-z0-9]{4}(?:-[a-z0-9]{4}){3}/.exec(stdout)?.[0]
      if (!password) throw new Error(`no password in: ${stdout}`)
      return { username, password }
    },
    async addFeed(feedName: string) {
      await anxin('source', 'add', feeds.url(feedName), '--name', feedName, '--every', '5')
    },
    /** A hotline with its key, ready to send signed calls over HTTP. */
    async addHotline(hotlineName: string, channel = '12345') {
      const { stdout } = await anxin('hotline-key', 'add', hotlineName, '--channel', channel)
      const key = /hk_\S+/.exec(stdout)?.[0] ?? ''
      const secret = stdout.trim().split(/\s+/).at(-1) ?? ''
      return (text: string, more: object = {}) =>
        callHotline(origin, { key, secret }, text, { channel, ...more })
    },
    /** Of all programs. */
    pids: () => programs.flatMap(({ child }) => child.pid ?? []),
    /** Moves every running acceptance clock back, as if the time had passed. */
    async pushAlerts(seconds: number) {
      await sql`update alert set due_at = due_at - make_interval(secs => ${seconds}),
        next_step_at = next_step_at - make_interval(secs => ${seconds}) where next_step_at is not null`
    },
    async stop() {
      await Promise.all(programs.map(stopProgram))
      await sql.end()
      await feeds.stop()
    },
  }
}

type Environment = NodeJS.ProcessEnv & { DATABASE_URL: string; PORT: string }

function environment(
  name: string,
  realm: 'real' | 'drill',
  port: number,
  { feedPort, drillPort }: { feedPort: number; drillPort: number },
): Environment {
  const server = process.env.TEST_DATABASE_URL
  const redis = process.env.TEST_REDIS_URL
  if (!server || !redis) throw new Error('run the browser tests with `npm test -- e2e`')
  const database = new URL(server)
  database.pathname = `/${name}`
  return {
    ...process.env,
    NODE_ENV: 'production',
    REALM: realm,
    HOST: '127.0.0.1',
    PORT: String(port),
    DATABASE_URL: database.href,
    REDIS_URL: redis,
    AUTH_SECRET: randomUUID() + randomUUID(),
    ALLOW_PRIVATE_SOURCES: `127.0.0.1:${feedPort},127.0.0.1:${drillPort}`,
    DRILL_FEED_PORT: String(drillPort),
  }
}

async function callHotline(
  origin: string,
  { key, secret }: { key: string; secret: string },
  text: string,
  more: object,
): Promise<{ status: number; body: { receipt?: string } }> {
  const body = JSON.stringify({ id: randomUUID(), receivedAt: new Date().toISOString(), text, ...more })
  const timestamp = String(Math.floor(Date.now() / 1_000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  const answer = await fetch(`${origin}/api/hotline`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'x-anxin-key': key,
      'x-anxin-timestamp': timestamp,
      'x-anxin-signature': `sha256=${signature}`,
    },
  })
  return { status: answer.status, body: (await answer.json()) as { receipt?: string } }
}

type Program = { child: ChildProcess; output: string[] }

function startProgram(program: string, env: Environment): Program {
  const child = spawn(process.execPath, [join(root, `dist/${program}.js`)], { cwd: root, env })
  const output: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => output.push(String(data)))
  return { child, output }
}

async function untilHealthy(origin: string, programs: Program[]): Promise<void> {
  let last = 'no answer'
  for (let tries = 0; tries < 300; tries += 1) {
    const answer = await fetch(`${origin}/api/health`).catch(() => null)
    if (answer?.ok) return
    if (answer) last = await answer.text()
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  await Promise.all(programs.map(stopProgram))
  throw new Error(
    `the stack did not become healthy: ${last}\n${programs.map(({ output }) => output.join('')).join('\n')}`,
  )
}

async function stopProgram({ child }: Program): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const gone = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const insist = setTimeout(() => child.kill('SIGKILL'), 8_000)
  await gone
  clearTimeout(insist)
}

export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}
