import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware, getIP } from 'better-auth/api'

/** Ten wrong passwords in five minutes close one user name for the rest of them, whatever address they come from. */
const perName = { failures: 10, windowMs: 5 * 60_000 }

/**
 * Twenty wrong passwords in a minute close one address for the rest of it, whatever names it tries. Right ones do
 * not count: a whole city hall signs in from one address at the change of shift.
 */
const perAddress = { failures: 20, windowMs: 60_000 }

/** Names and addresses beyond this are forgotten, oldest first: it bounds the memory a guesser can take. */
const keysKept = 10_000

/** Counts wrong passwords per user name and per address: an address can be forged behind a careless proxy, a name cannot. */
export function signInLimit(clock: () => number) {
  const names = recentFailures(perName, clock)
  const addresses = recentFailures(perAddress, clock)

  return {
    id: 'sign-in-limit',
    hooks: {
      before: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async (ctx) => {
            if (!names.full(nameIn(ctx.body)) && !addresses.full(addressOf(ctx))) return
            throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS' })
          }),
        },
      ],
      after: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async (ctx) => {
            const answer = ctx.context.returned
            if (!(answer instanceof APIError)) names.forget(nameIn(ctx.body))
            else if (answer.statusCode === 401) {
              names.add(nameIn(ctx.body))
              addresses.add(addressOf(ctx))
            }
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

function recentFailures(limit: { failures: number; windowMs: number }, clock: () => number) {
  const byKey = new Map<string, number[]>()
  const recent = (key: string) => (byKey.get(key) ?? []).filter((at) => clock() - at < limit.windowMs)
  return {
    full: (key: string) => recent(key).length >= limit.failures,
    forget: (key: string) => byKey.delete(key),
    add(key: string) {
      const failed = [...recent(key), clock()]
      byKey.delete(key)
      byKey.set(key, failed)
      const oldest = byKey.keys().next().value
      if (byKey.size > keysKept && oldest !== undefined) byKey.delete(oldest)
    },
  }
}

function isSignIn(context: { path?: string }): boolean {
  return context.path === '/sign-in/username'
}

function nameIn(body: unknown): string {
  const { username } = (body ?? {}) as { username?: unknown }
  return String(username ?? '').toLowerCase()
}

/** Those whose address cannot be told share one count. */
function addressOf(ctx: {
  request?: Request | undefined
  context: { options: Parameters<typeof getIP>[1] }
}): string {
  return (ctx.request && getIP(ctx.request, ctx.context.options)) ?? ''
}
