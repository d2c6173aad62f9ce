import { open } from 'node:fs/promises'

export type BoundedFile =
  | { ok: true; body: Buffer }
  | { ok: false; problem: { code: string; details: Record<string, string | number> } }

/** Reads a file whole, unless it is larger than `maxBytes`; a device or a pipe is read only that far. */
export async function readBounded(path: string, maxBytes: number): Promise<BoundedFile> {
  try {
    const file = await open(path)
    try {
      const chunks: Buffer[] = []
      let bytes = 0
      for await (const chunk of file.createReadStream({ end: maxBytes, autoClose: false })) {
        chunks.push(chunk)
        bytes += chunk.length
      }
      if (bytes > maxBytes)
        return { ok: false, problem: { code: 'too_large', details: { limitBytes: maxBytes } } }
      return { ok: true, body: Buffer.concat(chunks) }
    } finally {
      await file.close()
    }
  } catch {
    return { ok: false, problem: { code: 'file_unreadable', details: { path } } }
  }
}
