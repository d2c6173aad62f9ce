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
const withoutDatabase = ['parse', 'flag']

await exitWith(async () => {
  if (argv[0] === 'drill' && !asksForHelp) {
    return runHouse({ ...startSettings(['--drill', ...argv.slice(1)], process.env), anyPort: true })
  }
  const needsDatabase = !asksForHelp && !withoutDatabase.includes(argv[0])
  return runCommand(argv, { needsDatabase, settings: startSettings([], process.env) })
})
