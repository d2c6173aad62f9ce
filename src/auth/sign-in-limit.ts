import type { BetterAuthPlugin } from 'better-auth'
import { APIError, createAuthMiddleware } from 'better-auth/api'

/** Ten wrong passwords in five minutes close one user name for the rest of them, whatever address they come from. */
const limit = { failures: 10, windowMs: 5 * 60_000, namesKept: 10_000 }

/**
 * Counts wrong passwords per user name, beside the library's limit per address: an address can be forged
 * behind a careless proxy, a name cannot.
 */
export function signInLimit(clock: () => number) {
  const failures = new Map<string, number[]>()
  const recent = (name: string) => (failures.get(name) ?? []).filter((at) => clock() - at < limit.windowMs)

  return {
    id: 'sign-in-limit',
    hooks: {
      before: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async (ctx) => {
            if (recent(nameIn(ctx.body)).length < limit.failures) return
            throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_ATTEMPTS' })
          }),
        },
      ],
      after: [
        {
          matcher: isSignIn,
          handler: createAuthMiddleware(async (ctx) => {
            const name = nameIn(ctx.body)
            const answer = ctx.context.returned
            if (!(answer instanceof APIError)) failures.delete(name)
            else if (answer.statusCode === 401) failures.set(name, [...recent(name), clock()])
            forgetOldest(failures)
          }),
        },
      ],
    },
  } satisfies BetterAuthPlugin
}

function isSignIn(context: { path?: string }): boolean {
  return context.path === '/sign-in/username'
}

function nameIn(body: unknown): string {
  const { username } = (body ?? {}) as { username?: unknown }
  return String(username ?? '').toLowerCase()
}

/** Bounds the memory a guesser of names can take. */
function forgetOldest(failures: Map<string, number[]>): void {
  const oldest = failures.keys().next().value
  if (failures.size > limit.namesKept && oldest !== undefined) failures.delete(oldest)
}
