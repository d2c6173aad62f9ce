import { randomUUID } from 'node:crypto'
import type { BoardView, IncidentView } from '#contracts/views.ts'
import type { Actor, Person, Role } from '#domain/permission.ts'
import type { Channel } from '#domain/post/post.ts'
import { logger } from '#platform/log.ts'
import { nextAlertDue } from '#store/alerts.ts'
import type { Database } from '#store/database.ts'
import { insertSource } from '#store/sources.ts'
import { nextClockDue } from '#store/steps.ts'
import { refreshWorkingCalendar } from '#store/working-calendar.ts'
import type { Context } from '#use-cases/context.ts'
import { correlatePosts } from '#use-cases/correlate-posts.ts'
import { readBoard } from '#use-cases/read-board.ts'
import { sweepAlerts } from '#use-cases/sweep-alerts.ts'
import { sweepClocks } from '#use-cases/sweep-clocks.ts'
import { takeInPosts } from '#use-cases/take-in-posts.ts'
import { freshDatabase } from './database.ts'

export type Scenario = Awaited<ReturnType<typeof openScenario>>

/** A further sweep the pushed clock stops for. */
export type Beside = { nextDue(): Promise<Date | null>; sweep(): Promise<void> }

type More = { title?: string; externalId?: string; publishedAt?: Date | null }

/** A command room on a database of its own, with a clock that only moves when pushed. */
export async function openScenario(startsAt = '2026-11-23T06:00:00Z') {
  const { db, url, drop } = await freshDatabase()
  await refreshWorkingCalendar(db)
  let now = new Date(startsAt)
  const system: Actor = { kind: 'system', name: 'scenario' }
  const contextOf = (actor: Actor = system): Context => ({
    now,
    actor,
    newId: randomUUID,
    log: logger('scenario').child({}, { level: 'silent' }),
    db,
    hint: async () => undefined,
  })
  const correlate = () => correlatePosts(contextOf())
  const beside: Beside[] = []

  return {
    db,
    url,
    drop,
    contextOf,
    correlate,
    beside,
    clock: {
      now: () => now,
      /** Pushes the clock, stopping wherever a promise falls due; '31m', '2h', '90s'. */
      async forward(duration: string) {
        const end = new Date(now.getTime() + millisecondsOf(duration))
        for (let due = await nextDue(db, beside); due && due <= end; due = await nextDue(db, beside)) {
          now = due > now ? due : now
          await sweepAlerts(contextOf())
          await sweepClocks(contextOf())
          for (const one of beside) await one.sweep()
        }
        now = end
      },
    },
    async feed(name: string, channel: Channel = 'online') {
      const id = randomUUID()
      await db.transaction((tx) =>
        insertSource(tx, {
          id,
          kind: 'feed',
          channel,
          name,
          url: `https://${id}.example/feed`,
          createdAt: now,
        }),
      )
      const source = { id, channel }
      /** Publishes and has it taken in; it waits to be correlated. */
      const isSent = (text: string, more: More = {}) => {
        const post = {
          externalId: more.externalId ?? randomUUID(),
          title: more.title ?? '',
          text,
          url: null,
          publishedAt: more.publishedAt === undefined ? now : more.publishedAt,
        }
        return db.transaction((tx) => takeInPosts(contextOf(), tx, source, [post]))
      }
      return {
        id,
        isSent,
        /** Publishes and has it taken in and correlated. */
        async publishes(text: string, more: More = {}) {
          const taken = await isSent(text, more)
          await correlate()
          return taken
        },
      }
    },
    officer: (agency: string | null, role: Role = 'duty') => personOf(agency, role),
    async board(actor: Actor = personOf('rsj', 'office')): Promise<BoardView> {
      const board = await readBoard(contextOf(actor))
      if (!board.ok) throw new Error(`the board was refused: ${board.refusal.code}`)
      return board.value
    },
    async onlyIncident(): Promise<IncidentView> {
      const { incidents } = await this.board()
      const [one] = incidents
      if (!one || incidents.length !== 1) throw new Error(`expected one incident, found ${incidents.length}`)
      return one
    },
  }
}

/** The alert of one agency on an incident. */
export function alertOf(incident: IncidentView, agency: string) {
  const found = incident.alerts.find((one) => one.agency === agency)
  if (!found) throw new Error(`${agency} was not alerted`)
  return found
}

function personOf(agency: string | null, role: Role): Person {
  const username = `${agency ?? 'nobody'}-${role}`
  return { kind: 'person', id: username, username, post: `${agency} ${role}`, role, agency, territory: null }
}

async function nextDue(db: Database, beside: Beside[]): Promise<Date | null> {
  const dues = [nextAlertDue(db), nextClockDue(db), ...beside.map((one) => one.nextDue())]
  const due = (await Promise.all(dues)).flatMap((at) => (at ? [at.getTime()] : []))
  return due.length > 0 ? new Date(Math.min(...due)) : null
}

function millisecondsOf(duration: string): number {
  const [, figure, unit] = /^(\d+)(s|m|h|d)$/.exec(duration) ?? []
  const seconds = { s: 1, m: 60, h: 3_600, d: 86_400 }[unit ?? '']
  if (!figure || !seconds) throw new Error(`not a duration: ${duration}`)
  return Number(figure) * seconds * 1_000
}
