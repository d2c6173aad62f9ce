import { parentPort } from 'node:worker_threads'
import { seedTables } from '#store/seed-tables.ts'
import { flagLines } from './flag-lines.ts'
import type { LineBlock } from './line-blocks.ts'

// One thread of `anxin flag`: a block of lines in, their answers out, in the order they came.
const tables = seedTables()

parentPort?.on('message', (block: LineBlock) => {
  const { out, bad } = flagLines(block, tables)
  parentPort?.postMessage({ out, bad }, [out.buffer as ArrayBuffer])
})
