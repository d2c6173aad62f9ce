export type Names = {
  /** The address people type, when it differs from where the server listens. */
  publicUrl: string | undefined
  /** Other host names a proxy may show people instead of ours. */
  trustedHosts: readonly string[]
}

/**
 * The origins our own pages have: the host the reader typed (127.0.0.1, localhost, a name on the LAN) and the
 * configured ones. A foreign page cannot make a browser send its own origin together with our host.
 */
export function ownOrigins(headers: Headers, { publicUrl, trustedHosts }: Names): string[] {
  const host = headers.get('host')
  const hosts = [...(host ? [host] : []), ...trustedHosts]
  const origins = hosts.flatMap((name) => [`http://${name}`, `https://${name}`])
  return publicUrl ? [...origins, new URL(publicUrl).origin] : origins
}

/** False only for a browser that says it comes from a foreign page; programs send no origin at all. */
export function isOwnPage(headers: Headers, names: Names): boolean {
  const origin = headers.get('origin')
  return origin === null || ownOrigins(headers, names).includes(origin)
}
