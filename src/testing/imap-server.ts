import type { Socket } from 'node:net'
import { serveRaw } from './loopback-server.ts'

export type FakeMessage = { uid: number; raw: Buffer; seen: boolean; announcedBytes?: number }

export type FakeMailbox = {
  user: string
  password: string
  folder: string
  uidValidity: number
  messages: FakeMessage[]
  /** Every line a client said, so that a test can see what was asked. */
  heard: string[]
}

/** A mailbox with one folder on loopback that speaks enough IMAP4rev1 (RFC 3501) for a reader; returns its port. */
export async function serveMailbox(box: FakeMailbox): Promise<number> {
  const address = await serveRaw((socket) => {
    socket.setNoDelay(true)
    socket.write('* OK IMAP4rev1 ready\r\n')
    let pending = ''
    socket.on('data', (chunk) => {
      pending += chunk.toString('latin1')
      for (let end = pending.indexOf('\r\n'); end >= 0; end = pending.indexOf('\r\n')) {
        const line = pending.slice(0, end)
        pending = pending.slice(end + 2)
        box.heard.push(line)
        answer(box, socket, line)
      }
    })
  })
  return Number(new URL(address).port)
}

/** A mailbox as it stands before anybody reads it. */
export function newMailbox(raws: (string | Buffer)[]): FakeMailbox {
  const messages = raws.map((raw, at) => ({ uid: at + 1, raw: Buffer.from(raw as string), seen: false }))
  return { user: 'office', password: 's3cret-pass', folder: 'INBOX', uidValidity: 7, messages, heard: [] }
}

function answer(box: FakeMailbox, socket: Socket, line: string): void {
  const [, tag = '*', verb = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? []
  const done = (status = 'OK') => socket.write(`${tag} ${status} ${verb} done\r\n`)
  const tell = (untagged: string) => socket.write(`* ${untagged}\r\n`)
  switch (verb.toUpperCase()) {
    case 'CAPABILITY':
      tell('CAPABILITY IMAP4rev1')
      return void done()
    case 'LOGIN': {
      const [user, password] = rest.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? []
      return void done(user === box.user && password === box.password ? 'OK' : 'NO [AUTHENTICATIONFAILED]')
    }
    case 'LIST':
      if (unquoted(rest).includes(box.folder)) tell(`LIST (\\HasNoChildren) "/" "${box.folder}"`)
      return void done()
    case 'SELECT':
      return void select(box, rest, tell, done)
    case 'UID SEARCH':
      tell(`SEARCH ${search(box, rest).join(' ')}`)
      return void done()
    case 'UID FETCH':
      fetch(box, socket, rest)
      return void done()
    case 'UID STORE':
      for (const message of within(box, rest.split(' ')[0] ?? '')) message.seen = true
      return void done()
    case 'LOGOUT':
      tell('BYE')
      done()
      return void socket.end()
    default:
      return void done(verb === 'NOOP' || verb === 'LSUB' ? 'OK' : 'BAD')
  }
}

function select(
  box: FakeMailbox,
  folder: string,
  tell: (untagged: string) => void,
  done: (status?: string) => void,
): void {
  if (unquoted(folder) !== box.folder) {
    done('NO [NONEXISTENT]')
    return
  }
  tell(`${box.messages.length} EXISTS`)
  tell('FLAGS (\\Seen)')
  tell(`OK [UIDVALIDITY ${box.uidValidity}] valid`)
  tell(`OK [UIDNEXT ${Math.max(0, ...box.messages.map(({ uid }) => uid)) + 1}] next`)
  done('OK [READ-WRITE]')
}

function search(box: FakeMailbox, criteria: string): number[] {
  const range = /UID (\S+)/i.exec(criteria)?.[1]
  const smaller = /SMALLER (\d+)/i.exec(criteria)?.[1]
  return (range ? within(box, range) : box.messages)
    .filter(({ seen }) => !/UNSEEN/i.test(criteria) || !seen)
    .filter((message) => !smaller || sizeOf(message) < Number(smaller))
    .map(({ uid }) => uid)
}

function fetch(box: FakeMailbox, socket: Socket, rest: string): void {
  for (const message of within(box, rest.split(' ')[0] ?? '')) {
    const at = box.messages.indexOf(message) + 1
    socket.write(`* ${at} FETCH (UID ${message.uid}`)
    if (/RFC822\.SIZE/i.test(rest)) socket.write(` RFC822.SIZE ${sizeOf(message)}`)
    if (/BODY/i.test(rest)) {
      socket.write(` BODY[] {${message.raw.length}}\r\n`)
      socket.write(message.raw)
    }
    socket.write(')\r\n')
  }
}

/** `3`, `1:4`, `5:*` and lists of them; as the protocol has it, `n:*` holds the last message even below n. */
function within(box: FakeMailbox, range: string): FakeMessage[] {
  const last = Math.max(0, ...box.messages.map(({ uid }) => uid))
  const spans = range.split(',').map((part) => {
    const [from = '', to = from] = part.split(':')
    const ends = [from, to].map((end) => (end === '*' ? last : Number(end)))
    return [Math.min(...ends), Math.max(...ends)] as const
  })
  return box.messages.filter(({ uid }) => spans.some(([from, to]) => uid >= from && uid <= to))
}

function sizeOf({ raw, announcedBytes }: FakeMessage): number {
  return announcedBytes ?? raw.length
}

function unquoted(words: string): string {
  return words.replaceAll('"', '')
}
