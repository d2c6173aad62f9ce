import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins'
import { type Env, env } from '#platform/env.ts'
import { passwordLength } from '#platform/password.ts'
import { type Database, database } from '#store/database.ts'
import { account, session, user, verification } from '#store/tables/auth.ts'
import { userById } from '#store/users.ts'
import { drillSignIn } from './drill-sign-in.ts'
import { sessionEnd } from './session-length.ts'
import { signInLimit } from './sign-in-limit.ts'

export type AuthSettings = {
  realm: 'real' | 'drill'
  secret: string
  /** The address people type, when it differs from where the server listens. */
  publicUrl: string | undefined
  host: string
  port: number
  /** Other host names a proxy may show people instead of ours. */
  trustedHosts: string[]
}

export type Auth = ReturnType<typeof createAuth>

const slot = Symbol.for('anxin.auth')
const shared = globalThis as { [slot]?: Auth }

/** The realm's sign-in; one per process, also where Next and the server bundle this file twice. */
export function auth(): Auth {
  shared[slot] ??= createAuth(database(), settingsFrom(env()))
  return shared[slot]
}

/** User name and password on our own tables. Accounts are made by administrators; nobody signs up. */
export function createAuth(db: Database, settings: AuthSettings) {
  const baseURL = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
  return betterAuth({
    appName: 'Anxin',
    baseURL,
    secret: settings.secret,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    database: drizzleAdapter(db, { provider: 'pg', schema: { user, session, account, verification } }),
    trustedOrigins: (request) => (request ? ownOrigins(request.headers, settings.trustedHosts) : []),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.min,
      maxPasswordLength: passwordLength.max,
    },
    user: { additionalFields },
    // The cookie may outlive the session; the row in PostgreSQL says when it really ends.
    session: { expiresIn: cookieDays * 86_400, disableSessionRefresh: true, cookieCache: { enabled: false } },
    databaseHooks: { session: { create: { before: (fresh) => admit(db, fresh) } } },
    rateLimit: {
      enabled: true,
      storage: 'memory',
      customRules: { '/sign-in/username': { window: 60, max: 20 } },
    },
    plugins: [
      username({ minUsernameLength: 2, maxUsernameLength: 40, usernameValidator: isUsername }),
      signInLimit(),
      drillSignIn(),
    ],
    advanced: {
      // Drill and real may run side by side on one host, and cookies do not tell ports apart.
      cookiePrefix: settings.realm === 'drill' ? 'anxin-drill' : 'anxin',
      useSecureCookies: baseURL.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: 'uuid' },
    },
  })
}

/** Letters, digits, dot, dash and underscore: what a person can type on any keyboard in the duty room. */
export function isUsername(name: string): boolean {
  return /^[a-zA-Z0-9][a-zA-Z0-9._-]{1,39}$/.test(name)
}

/** The longest browsers keep a cookie. */
const cookieDays = 400

const hidden = { required: false, input: false } as const
const additionalFields = {
  role: { type: 'string', ...hidden },
  agency: { type: 'string', ...hidden },
  territory: { type: 'string', ...hidden },
  post: { type: 'string', ...hidden },
  disabledAt: { type: 'date', ...hidden },
  mustChangePassword: { type: 'boolean', ...hidden },
} as const

/** The last gate after a right password: a disabled account gets no session, the others get theirs until its end. */
async function admit<S extends { userId: string; createdAt: Date }>(
  db: Database,
  fresh: S & Record<string, unknown>,
) {
  const owner = await userById(db, fresh.userId)
  if (!owner || owner.disabledAt) throw new APIError('FORBIDDEN', { code: 'ACCOUNT_DISABLED' })
  return { data: { ...fresh, expiresAt: sessionEnd(owner.role, fresh.createdAt) } }
}

/**
 * The host the reader typed (127.0.0.1, localhost, a name on the LAN) and the configured ones.
 * A foreign page cannot make a browser send its own origin together with our host.
 */
function ownOrigins(headers: Headers, trustedHosts: string[]): string[] {
  const host = headers.get('host')
  return [...(host ? [host] : []), ...trustedHosts].flatMap((name) => [`http://${name}`, `https://${name}`])
}

function settingsFrom({ REALM, AUTH_SECRET, PUBLIC_URL, HOST, PORT, TRUSTED_HOSTS }: Env): AuthSettings {
  const trustedHosts = TRUSTED_HOSTS.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return { realm: REALM, secret: AUTH_SECRET, publicUrl: PUBLIC_URL, host: HOST, port: PORT, trustedHosts }
}
