import { sourceForms } from '#sources/source-form.ts'
import type { CommandLine } from './command-line.ts'
import { readBounded } from './read-bounded.ts'
import { complain, sentenceOf } from './words.ts'

const secretMaxBytes = 4_096

/** One option for each setting of any kind; a secret is named by its file, since a command line is read by everybody. */
export function settingOptions(): CommandLine['options'] {
  const fields = sourceForms().flatMap((form) => form.fields)
  return Object.fromEntries(
    fields
      .filter(({ name }) => name !== 'url')
      .map(({ name, input }) => [
        input === 'secret' ? `${optionOf(name)}-file` : optionOf(name),
        { type: input === 'tick' ? ('boolean' as const) : ('string' as const) },
      ]),
  )
}

/** What the options say of this kind's settings; null after saying which file could not be read. */
export async function configOf(
  kind: string,
  options: Record<string, string | boolean | undefined>,
): Promise<Record<string, string | boolean> | null> {
  const config: Record<string, string | boolean> = {}
  for (const { name, input } of sourceForms().find((form) => form.kind === kind)?.fields ?? []) {
    const given = options[input === 'secret' ? `${optionOf(name)}-file` : optionOf(name)]
    if (given === undefined) continue
    if (input !== 'secret') config[name] = given
    else {
      const file = await readBounded(String(given), secretMaxBytes)
      if (!file.ok) {
        complain(sentenceOf(file.problem))
        return null
      }
      config[name] = file.body.toString('utf8').replace(/\r?\n$/, '')
    }
  }
  return config
}

/** bestEffort → best-effort */
function optionOf(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}
