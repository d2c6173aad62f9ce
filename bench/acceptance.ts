import { io, type Socket } from 'socket.io-client'
import type { BenchRoom } from './room.ts'
import { type Figure, share } from './table.ts'

const screens = 20
const presses = 30

/** From the press of the key to the moment the last of twenty screens has the event, and one page has painted it. */
export async function acceptanceParts(room: BenchRoom): Promise<Figure[]> {
  const wall = await room.open('wall-1', '/wall')
  const cookie = (await wall.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ')
  const [log] = await room.sql`select max(id)::int as last from event`
  const sockets = Array.from({ length: screens }, () => listen(room.origin, cookie, log?.last ?? 0))
  await Promise.all(
    sockets.map((socket) => new Promise((resolve) => socket.once('connect', () => resolve(null)))),
  )
  const desk = await room.open('rsj-duty', '/desk')
  await desk.getByRole('button', { name: /^接收/ }).waitFor()
  const heard: number[] = []
  const painted: number[] = []
  for (let at = 0; at < presses; at += 1) {
    const all = Promise.all(sockets.map((socket) => nextAcceptance(socket)))
    const selected = await desk
      .locator('[role="row"], tr')
      .filter({ hasText: '我方' })
      .first()
      .elementHandle()
    const pressed = Date.now()
    await desk.keyboard.press('a')
    await selected?.waitForSelector('text=已接收').catch(() => null)
    painted.push(Date.now() - pressed)
    heard.push(Math.max(...(await all)) - pressed)
    await desk.keyboard.press('j')
  }
  for (const socket of sockets) socket.disconnect()
  await desk.context().close()
  await wall.context().close()
  const note = `${presses} presses, median ${share(heard, 0.5)} ms; own page painted in ${share(painted, 0.5)} ms (median)`
  return [
    {
      what: `acknowledge → event on ${screens} screens, p95`,
      value: share(heard, 0.95),
      unit: 'ms',
      limit: 300,
      note,
    },
  ]
}

function listen(origin: string, cookie: string, lastEventId: number): Socket {
  return io(origin, {
    transports: ['websocket'],
    extraHeaders: { cookie },
    auth: { lastEventId },
    forceNew: true,
  })
}

function nextAcceptance(socket: Socket): Promise<number> {
  return new Promise((resolve) => {
    const hear = ({ name }: { name: string }) => {
      if (name !== 'alert.accepted') return
      socket.off('event', hear)
      resolve(Date.now())
    }
    socket.on('event', hear)
  })
}
