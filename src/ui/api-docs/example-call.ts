import { apiBase } from '#contracts/api/operation.ts'
import type { ListedOperation } from './listed-operations.ts'

const bodies: Record<string, object> = {
  recordStep: { post: '人社局值班员', step: 'on_site', note: '已到场，清点 38 人' },
  acceptAlert: { post: '人社局值班员' },
  addWebhook: { url: 'https://city.example.org/anxin', events: ['alert.raised'] },
}
const queries: Record<string, string> = {
  listIncidents: '?state=open&limit=20',
  listAlerts: '?state=unaccepted',
  readEvents: '?after=1024&wait=25',
}
const id = '0b6f2a4e-1c3d-4e5f-8a9b-0c1d2e3f4a5b'

/** A call to copy into a terminal. */
export function exampleCall({ method, path, described }: ListedOperation): string {
  const { operationId } = described
  const body = bodies[operationId]
  const address = `https://anxin.example${apiBase}${path.replace('{id}', id)}${queries[operationId] ?? ''}`
  const takesKey = described.parameters.some(({ name }) => name === 'Idempotency-Key')
  return [
    `curl${method === 'GET' ? '' : ` -X ${method}`} '${address}'`,
    `  -H 'Authorization: Bearer ak_…'`,
    ...(takesKey ? [`  -H 'Idempotency-Key: 20261123-0001'`] : []),
    ...(body ? [`  -H 'Content-Type: application/json'`, `  -d '${JSON.stringify(body)}'`] : []),
  ].join(' \\\n')
}
