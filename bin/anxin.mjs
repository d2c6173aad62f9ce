#!/usr/bin/env node
// `npx anxin …`: brings up only what the command needs, then hands over to it.
import '../scripts/house/check-node.mjs'
import { exitWith } from '../scripts/house/exit-with.mjs'
import { runCommand } from '../scripts/house/run-command.mjs'
import { runHouse } from '../scripts/house/run-house.mjs'
import { startSettings } from '../scripts/house/start-settings.mjs'

const argv = process.argv.slice(2)
const asksForHelp =
  argv.length === 0 || argv.some((word) => ['--help', '-h', 'help', '--version'].includes(word))
const withoutDatabase = ['parse', 'flag', 'train']

const drillHelp = `anxin drill [--port N]

演练：用自带的脚本走一遍真实流程，数据另存一库；端口被占时取下一个空闲的。Ctrl-C 结束。
Plays the scripted evening through the real pipeline, in a database of its own; takes the next free port when
PORT is busy. Ctrl-C ends it.
`

await exitWith(async () => {
  if (argv[0] === 'drill' && asksForHelp) {
    process.stdout.write(drillHelp)
    return 0
  }
  if (argv[0] === 'drill') {
    return runHouse({ ...startSettings(['--drill', ...argv.slice(1)], process.env), anyPort: true })
  }
  const needsDatabase = !asksForHelp && !withoutDatabase.includes(argv[0])
  return runCommand(argv, { needsDatabase, settings: startSettings([], process.env) })
})
