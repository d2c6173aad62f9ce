// `npm test`: the whole gate; `npm test -- lint|unit|e2e` runs one group of it.
import './house/check-node.mjs'
import { exitWith } from './house/exit-with.mjs'
import { runTests } from './house/run-tests.mjs'

await exitWith(() => runTests(process.argv[2]))
