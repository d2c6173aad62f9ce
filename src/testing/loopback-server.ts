import http, { type IncomingMessage, type ServerResponse } from 'node:http'
import net, { type AddressInfo, type Server } from 'node:net'

const closers: (() => void)[] = []

/** Serves HTTP on loopback and returns the address; closed by `closeServers`. */
export async function serve(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<string> {
  const server = http.createServer(answer)
  closers.push(() => {
    server.closeAllConnections()
    server.close()
  })
  return listen(server)
}

/** Speaks raw bytes to whoever connects: for servers that do not keep to the protocol. */
export async function serveRaw(speak: (socket: net.Socket) => void): Promise<string> {
  const server = net.createServer((socket) => {
    // The client may hang up at any moment; that is what is being tested.
    socket.on('error', () => {})
    closers.push(() => socket.destroy())
    speak(socket)
  })
  closers.push(() => server.close())
  return listen(server)
}

/** Closes every server opened since the last call. */
export function closeServers(): void {
  for (const close of closers.splice(0)) close()
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}
