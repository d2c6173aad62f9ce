import { createServer } from 'node:http'
import next from 'next'
import { env } from '#platform/env.ts'
import { traceOf } from '#platform/error-trace.ts'
import { logger } from '#platform/log.ts'
import { onShutdown } from '#platform/shutdown.ts'
import { attachGateway } from '#realtime/gateway.ts'
import { database } from '#store/database.ts'
import { keepIncidentRules } from '#store/incident-rules.ts'
import { keepReadingTables } from '#store/reading-tables.ts'
import { keepWorkingCalendar } from '#store/working-calendar.ts'

const { PORT, HOST, PUBLIC_URL, REALM, TRUSTED_HOSTS } = env()
// In a drill the header stays as it came: the one-click door opens to nobody who came through a proxy.
const keepForwarded = Boolean(PUBLIC_URL || TRUSTED_HOSTS) || REALM === 'drill'
const log = logger('web')
// What a page throws is printed by Next with all it carries, a failed query with its parameters.
console.error = (...said: unknown[]) => {
  const error = said.find((one) => one instanceof Error)
  log.error(error ? traceOf(error) : { said: said.map(String).join(' ').slice(0, 300) }, 'a page failed')
}
const app = next({ dev: false, hostname: HOST, port: PORT })
await app.prepare()
const handle = app.getRequestHandler()

const http = createServer((request, response) => {
  // Without a proxy of ours this header is whatever the caller wrote, and the sign-in limit goes by it.
  if (!keepForwarded) request.headers['x-forwarded-for'] = request.socket.remoteAddress
  handle(request, response).catch((error: unknown) => {
    log.error({ err: error, path: request.url?.split('?')[0] }, 'a request failed')
    if (!response.headersSent) response.writeHead(500)
    response.end()
  })
})
const reading = keepReadingTables(database(), (error) =>
  log.error({ err: error }, 'the rules in force could not be read'),
)
const calendar = keepWorkingCalendar(database(), (error) =>
  log.error({ err: error }, 'the working calendar could not be read'),
)
const rules = keepIncidentRules(database(), (error) =>
  log.error({ err: error }, 'the grades and routes in force could not be read'),
)
const gateway = await attachGateway(http, database(), log)
http.listen(PORT, HOST, () => log.info({ host: HOST, port: PORT }, 'listening'))

onShutdown(log, async () => {
  reading.close()
  rules.close()
  calendar.close()
  await gateway.close()
  http.closeAllConnections()
  await app.close()
  await database().$client.end({ timeout: 2 })
})
