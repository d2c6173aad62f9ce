import { fetchSafely } from '#platform/http.ts'
import { parseDocument } from '#sources/parse-document.ts'
import { type CommandLine, UsageError } from './command-line.ts'
import { exitCodes } from './exit-codes.ts'
import { readBounded } from './read-bounded.ts'
import { complain, say, sentenceOf } from './words.ts'

/** The machine's own user asks, so an address inside the network is as good as any. */
const anyAddress = () => true
/** As much as is taken from an address. */
const maxBytes = 10 * 1024 * 1024

/** `anxin parse`: a feed in a file or at an address, as JSON on standard output. */
export const parseCommand: CommandLine = {
  name: 'parse',
  operands: '<file|url>',
  options: { 'content-type': { type: 'string' } },
  async run([from], options) {
    if (!from) throw new UsageError()
    const contentType = options['content-type']
    const read = /^https?:\/\//i.test(from) ? await readUrl(from) : await readLocal(from)
    if (!read.ok) {
      complain(sentenceOf(read.problem))
      return exitCodes.noInput
    }
    const parsed = await parseDocument(read.body, {
      url: read.url,
      contentType: typeof contentType === 'string' ? contentType : read.contentType,
      now: new Date(),
    })
    say(JSON.stringify(parsed, null, 2))
    if (parsed.ok) return exitCodes.done
    complain(sentenceOf(parsed.problem))
    return exitCodes.badInput
  },
}

async function readUrl(url: string) {
  const fetched = await fetchSafely(url, { allowPrivate: anyAddress, maxBytes })
  if (!fetched.ok) return fetched
  if (fetched.notModified) throw new Error('304 to a request without validators')
  return { ok: true as const, body: fetched.body, url: fetched.finalUrl, contentType: fetched.contentType }
}

async function readLocal(path: string) {
  const read = await readBounded(path, maxBytes)
  return read.ok ? { ...read, url: null, contentType: null } : read
}
