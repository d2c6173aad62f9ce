// `npm start`: sets everything up on a bare machine and runs the house until Ctrl-C.
import './house/check-node.mjs'
import { exitWith } from './house/exit-with.mjs'
import { runHouse } from './house/run-house.mjs'
import { startSettings } from './house/start-settings.mjs'

await exitWith(async () => runHouse(startSettings(process.argv.slice(2), process.env)))
