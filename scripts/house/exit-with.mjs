import { Refusal } from './refusal.mjs'
import { say } from './say.mjs'

/**
 * Runs a command to its exit code; what a person can put right is said in a sentence, the rest keeps its stack.
 * @param {() => Promise<number>} command
 */
export async function exitWith(command) {
  try {
    process.exitCode = await command()
  } catch (error) {
    say(error instanceof Refusal ? error.message : `意外错误 · unexpected error\n${error.stack ?? error}`)
    process.exitCode = 1
  }
  process.exit()
}
