import { inflateRawSync } from 'node:zlib'

export type ZipLimits = { entries: number; bytes: number }

/** The parts of an archive somebody else made, unpacked within the limits, or why it must not be unpacked. */
export type UnpackedZip =
  | { ok: true; parts: Map<string, Buffer> }
  | { ok: false; reason: 'not_a_zip' | 'too_many_parts' | 'too_large' }

/**
 * Unpacks the XML parts of a ZIP archive without believing what it says of its own size: every part is unpacked only
 * as far as the bytes that are left, so a bomb costs no more than the limit. Archives within archives stay packed.
 */
export function unpackZip(bytes: Uint8Array, limits: ZipLimits): UnpackedZip {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = directoryOf(zip)
  if (!directory) return { ok: false, reason: 'not_a_zip' }
  if (directory.count > limits.entries) return { ok: false, reason: 'too_many_parts' }
  const parts = new Map<string, Buffer>()
  let left = limits.bytes
  let at = directory.start
  for (let read = 0; read < directory.count; read++) {
    const entry = entryAt(zip, at)
    if (!entry) return { ok: false, reason: 'not_a_zip' }
    at = entry.next
    if (!/\.(?:xml|rels)$/.test(entry.name)) continue
    const part = unpack(zip, entry, left)
    if (part === 'too_large') return { ok: false, reason: 'too_large' }
    if (!part || parts.has(entry.name)) return { ok: false, reason: 'not_a_zip' }
    left -= part.length
    parts.set(entry.name, part)
  }
  return { ok: true, parts }
}

/** The record at the end of the file that says where its list of parts is; a comment of 64 KB may follow it. */
function directoryOf(zip: Buffer): { start: number; count: number } | null {
  const end = zip.lastIndexOf('PK\u0005\u0006', undefined, 'latin1')
  if (end < 0 || end + 22 > zip.length || end < zip.length - 22 - 0xffff) return null
  const start = zip.readUInt32LE(end + 16)
  return start < end ? { start, count: zip.readUInt16LE(end + 10) } : null
}

type Entry = { name: string; method: number; packed: number; local: number; next: number }

function entryAt(zip: Buffer, at: number): Entry | null {
  if (at + 46 > zip.length || zip.readUInt32LE(at) !== 0x02014b50) return null
  const [name, extra, comment] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset)) as [
    number,
    number,
    number,
  ]
  return {
    name: zip.toString('utf8', at + 46, at + 46 + name),
    method: zip.readUInt16LE(at + 10),
    packed: zip.readUInt32LE(at + 20),
    local: zip.readUInt32LE(at + 42),
    next: at + 46 + name + extra + comment,
  }
}

function unpack(zip: Buffer, { local, packed, method }: Entry, left: number): Buffer | 'too_large' | null {
  if (local + 30 > zip.length || zip.readUInt32LE(local) !== 0x04034b50) return null
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const body = zip.subarray(start, start + packed)
  if (body.length !== packed) return null
  if (method === 0) return body.length > left ? 'too_large' : body
  if (method !== 8 || left <= 0) return left <= 0 ? 'too_large' : null
  try {
    return inflateRawSync(body, { maxOutputLength: left })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? 'too_large' : null
  }
}
