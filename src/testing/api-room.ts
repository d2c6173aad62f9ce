import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { vi } from 'vitest'
import { logger } from '#platform/log.ts'
import { database } from '#store/database.ts'
import { insertUser } from '#store/users.ts'
import { producer } from '#use-cases/context.ts'
import { openScenario, type Scenario } from './scenario.ts'

export type ApiRoom = { room: Scenario; incidentId: string; close(): Promise<void> }

/** A scenario the doors of this process open on, with one incident and a duty post in two agencies. */
export async function openApiRoom(): Promise<ApiRoom> {
  const room = await openScenario(new Date().toISOString())
  const [row] = await room.db.execute<{ name: string }>(sql`select current_database() as name`)
  const url = new URL(process.env.TEST_DATABASE_URL ?? '')
  url.pathname = `/${row?.name}`
  vi.stubEnv('DATABASE_URL', url.href)
  await addPost(room, 'rsj', '人社局值班员')
  await addPost(room, 'xcb', '宣传部值班员')
  const forum = await room.feed('本地论坛')
  await forum.publishes('桐乡濮院一家毛衫厂老板跑路了，我们38个工友工资没着落')
  const { id: incidentId } = await room.onlyIncident()
  return {
    room,
    incidentId,
    async close() {
      await producer(logger('test')).close()
      await database().$client.end()
      await room.drop()
      vi.unstubAllEnvs()
    },
  }
}

async function addPost({ db }: Scenario, agency: string, post: string): Promise<void> {
  const account = { id: randomUUID(), username: `${agency}-duty`, post, role: 'duty' as const, agency }
  const fresh = { ...account, territory: null, passwordHash: null, mustChangePassword: false }
  await db.transaction((tx) => insertUser(tx, fresh, new Date()))
}
