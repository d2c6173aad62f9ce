import type { IncomingMessage } from 'node:http'
import { promisify } from 'node:util'
import zlib from 'node:zlib'
import { type FetchProblem, failed } from './http-outcome.ts'

type Body = { ok: true; body: Buffer } | { ok: false; problem: FetchProblem }

/** Reads a response to its end, stopping at `maxBytes` on the wire and again at `maxBytes` after decompression. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Body> {
  const announcedBytes = Number(response.headers['content-length'])
  if (announcedBytes > maxBytes) return failed('too_large', { limitBytes: maxBytes, announcedBytes })
  const chunks: Buffer[] = []
  let seen = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    seen += chunk.length
    if (seen > maxBytes) return failed('too_large', { limitBytes: maxBytes })
    chunks.push(chunk)
  }
  return decompress(Buffer.concat(chunks), encodingsOf(response), maxBytes)
}

async function decompress(packed: Buffer, encodings: string[], maxBytes: number): Promise<Body> {
  let body = packed
  if (encodings.length > 2) return failed('bad_encoding', { encoding: encodings.join(', ').slice(0, 100) })
  for (const encoding of encodings) {
    const unpack = unpackers.get(encoding)
    if (!unpack) return failed('bad_encoding', { encoding: encoding.slice(0, 100) })
    try {
      if (body.length > 0) body = await unpack(body, maxBytes)
    } catch (error) {
      const { code = 'unknown' } = error as NodeJS.ErrnoException
      if (code === 'ERR_BUFFER_TOO_LARGE') return failed('too_large', { limitBytes: maxBytes })
      return failed('bad_encoding', { encoding, reason: code })
    }
  }
  return { ok: true, body }
}

type Unpack = (packed: Buffer, maxBytes: number) => Promise<Buffer>

const gunzip = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.gunzip)
const inflate = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflate)
const inflateRaw = promisify<Buffer, zlib.ZlibOptions, Buffer>(zlib.inflateRaw)
const brotli = promisify<Buffer, zlib.BrotliOptions, Buffer>(zlib.brotliDecompress)

// A body cut short still yields what came before the cut; whoever reads the document says whether it is whole.
const cutIsFine = { finishFlush: zlib.constants.Z_SYNC_FLUSH }

const unpackers = new Map<string, Unpack>(
  Object.entries({
    gzip: (packed: Buffer, maxOutputLength: number) => gunzip(packed, { ...cutIsFine, maxOutputLength }),
    'x-gzip': (packed: Buffer, maxOutputLength: number) => gunzip(packed, { ...cutIsFine, maxOutputLength }),
    // Servers disagree whether “deflate” has the zlib header; its first byte tells.
    deflate: (packed: Buffer, maxOutputLength: number) =>
      ((packed[0] ?? 0) & 0x0f) === 8
        ? inflate(packed, { ...cutIsFine, maxOutputLength })
        : inflateRaw(packed, { ...cutIsFine, maxOutputLength }),
    br: (packed: Buffer, maxOutputLength: number) =>
      brotli(packed, { finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH, maxOutputLength }),
  }),
)

function encodingsOf(response: IncomingMessage): string[] {
  return (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'identity')
    .reverse()
}
