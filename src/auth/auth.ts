import { randomUUID } from 'node:crypto'
import { betterAuth } from 'better-auth'
import { drizzleAdapter } from 'better-auth/adapters/drizzle'
import { APIError } from 'better-auth/api'
import { username } from 'better-auth/plugins'
import { username as usernameShape } from '#contracts/account.ts'
import { passwordLength } from '#domain/account.ts'
import { env } from '#platform/env.ts'
import { type Database, database } from '#store/database.ts'
import { account, session, user, verification } from '#store/tables/auth.ts'
import { userById } from '#store/users.ts'
import { drillSignIn } from './drill-sign-in.ts'
import { type Names, ownOrigins } from './own-page.ts'
import { sessionEnd } from './session-length.ts'
import { signInLimit } from './sign-in-limit.ts'

export type AuthSettings = Names & {
  realm: 'real' | 'drill'
  secret: string
  host: string
  port: number
}

export type Auth = ReturnType<typeof createAuth>

const slot = Symbol.for('anxin.auth')
const shared = globalThis as { [slot]?: Auth }

/** The realm's sign-in; one per process, also where Next and the server bundle this file twice. */
export function auth(): Auth {
  shared[slot] ??= createAuth(database(), authSettings())
  return shared[slot]
}

export function authSettings(): AuthSettings {
  const { REALM, AUTH_SECRET, PUBLIC_URL, HOST, PORT, TRUSTED_HOSTS } = env()
  const trustedHosts = TRUSTED_HOSTS.split(',')
    .map((name) => name.trim())
    .filter(Boolean)
  return { realm: REALM, secret: AUTH_SECRET, publicUrl: PUBLIC_URL, host: HOST, port: PORT, trustedHosts }
}

/** User name and password on our own tables. Accounts are made by administrators; nobody signs up. */
export function createAuth(db: Database, settings: AuthSettings, clock: () => number = Date.now) {
  const baseURL = settings.publicUrl ?? `http://${settings.host}:${settings.port}`
  return betterAuth({
    appName: 'Anxin',
    baseURL,
    secret: settings.secret,
    telemetry: { enabled: false },
    // Its own logger prints failed queries with their parameters; `auth-door.ts` logs what may be logged.
    logger: { disabled: true },
    onAPIError: { throw: true },
    database: drizzleAdapter(db, { provider: 'pg', schema: { user, session, account, verification } }),
    trustedOrigins: (request) => (request ? ownOrigins(request.headers, settings) : []),
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
      // A guard against floods only; guessing is counted by `signInLimit`. The library forgets a count only after a
      // window without any request, so a long one would shut out a hall where somebody always signs in.
      customRules: { '/sign-in/username': { window: 5, max: 60 } },
    },
    plugins: [
      username({
        minUsernameLength: 2,
        maxUsernameLength: 40,
        usernameValidator: (name) => usernameShape.safeParse(name).success,
      }),
      signInLimit(clock),
      drillSignIn(),
    ],
    advanced: {
      // Drill and real may run side by side on one host, and cookies do not tell ports apart.
      cookiePrefix: settings.realm === 'drill' ? 'anxin-drill' : 'anxin',
      disableOriginCheck: false,
      useSecureCookies: baseURL.startsWith('https://'),
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/' },
      database: { generateId: () => randomUUID() },
    },
  })
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
