import { randomUUID } from 'node:crypto'
import { acceptanceParts } from './acceptance.ts'
import { chainParts } from './chain.ts'
import { channelParts } from './channels.ts'
import { clockParts } from './clocks.ts'
import { commandParts } from './command.ts'
import { correlateParts } from './correlate.ts'
import { flagParts } from './flag.ts'
import { hotlineParts } from './hotline.ts'
import { intakeStormParts } from './intake-storm.ts'
import { nodeRedParts } from './node-red.ts'
import { parseParts } from './parse.ts'
import { pipelineParts } from './pipeline.ts'
import { openBenchRoom } from './room.ts'
import { sizeParts } from './size.ts'
import { startParts } from './start.ts'
import { stormParts } from './storm.ts'
import { type Figure, printTable } from './table.ts'

const asked = process.argv.slice(2)
const wants = (part: string) => asked.length === 0 || asked.includes(part)
const figures: Figure[] = []

// For the parts that run in this process; the programs are given a database of their own.
Object.assign(process.env, {
  DATABASE_URL: process.env.TEST_DATABASE_URL,
  REDIS_URL: process.env.TEST_REDIS_URL,
  AUTH_SECRET: randomUUID() + randomUUID(),
})

if (wants('room')) {
  const room = await openBenchRoom()
  try {
    figures.push(...(await hotlineParts(room)))
    figures.push(...(await acceptanceParts(room)))
    figures.push(...(await sizeParts(room)))
  } finally {
    await room.close()
  }
}
if (wants('flag')) figures.push(...(await flagParts()))
if (wants('parse')) figures.push(...(await parseParts()))
if (wants('pipeline')) figures.push(...(await pipelineParts()))
if (wants('storm')) figures.push(...(await intakeStormParts()), ...(await stormParts()))
if (wants('command')) figures.push(...(await commandParts()))
if (wants('chain')) figures.push(...(await chainParts()))
if (wants('channels')) figures.push(...(await channelParts()))
if (wants('clocks')) figures.push(...(await clockParts()))
if (wants('correlate')) figures.push(...correlateParts())
// A peer of three hundred packages: only when asked for by name.
if (asked.includes('node-red')) figures.push(...(await nodeRedParts()))
if (wants('start')) figures.push(...(await startParts()))
printTable(figures)
// Parts that ran inside this process leave idle connections behind, which would keep it waiting for ever.
process.exit(0)
