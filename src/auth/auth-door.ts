import { randomUUID } from 'node:crypto'
import { traceOf } from '#platform/error-trace.ts'
import { logger } from '#platform/log.ts'
import type { Auth } from './auth.ts'
import { isOwnPage, type Names } from './own-page.ts'

/**
 * The two requests of the sign-in library that may come over the network. Its other addresses (changing mail
 * address, asking whether a name is free, deleting oneself) stay shut: accounts change through use cases only.
 */
const open: ReadonlySet<string> = new Set(['/api/auth/sign-in/username', '/api/auth/sign-out'])

/** Answers a request under /api/auth: 404 for what is shut, 403 for foreign pages. */
export async function answerAuth(auth: Auth, names: Names, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method !== 'POST' || !open.has(pathname)) return new Response(null, { status: 404 })
  if (!isOwnPage(request.headers, names)) return Response.json({ code: 'FOREIGN_PAGE' }, { status: 403 })
  try {
    return await auth.handler(request)
  } catch (error) {
    const ref = randomUUID().slice(0, 8)
    logger('web').error({ ref, path: pathname, ...traceOf(error) }, 'unexpected')
    return Response.json({ code: 'UNEXPECTED', ref }, { status: 500 })
  }
}
