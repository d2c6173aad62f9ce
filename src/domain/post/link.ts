/**
 * The part of a message's address that may be kept: it leads to the message, not to the person.
 * User names, fragments, tracking and user parameters are dropped; an address of nobody but a poster is null.
 */
export function keepableLink(url: string | null): string | null {
  const parsed = url === null ? null : parseWebAddress(url.trim())
  if (parsed === null) return null
  parsed.username = ''
  parsed.password = ''
  parsed.hash = ''
  for (const name of [...parsed.searchParams.keys()]) {
    if (!tellsThePost(name)) parsed.searchParams.delete(name)
  }
  const segments = parsed.pathname.split('/').filter((segment) => segment !== '')
  const kept = withoutPoster(parsed.hostname, segments)
  if (kept.length === 0 && (kept.length < segments.length || isPosterHost(parsed.hostname))) return null
  parsed.pathname = `/${kept.join('/')}${parsed.pathname.endsWith('/') && kept.length > 0 ? '/' : ''}`
  return parsed.toString()
}

const longestAddress = 2_048

function parseWebAddress(url: string): URL | null {
  if (url.length > longestAddress || !URL.canParse(url)) return null
  const parsed = new URL(url)
  return parsed.protocol === 'http:' || parsed.protocol === 'https:' ? parsed : null
}

/** Only parameters that usually name the item are kept; everything else may name the reader, the sharer or the writer. */
function tellsThePost(name: string): boolean {
  return /^(?:(?:t|p|n|a|k|art|article|item|post|thread|topic|news|doc|msg|info|note|aweme|video|status|question|answer|content)?_?id|tid|pid|aid|nid|kz|mid|bv|__biz|sn|idx|page|v|p|no|num|type|cat|column|channel|catid|columnid|mod|act|action|m|c|s)$/iu.test(
    name,
  )
}

const posterFolders = /^(?:u|user|users|people|member|members|profile|author|authors|space|uid|usercenter)$/iu

/** space.example.com/<number> and the like show one person's page. */
function isPosterHost(host: string): boolean {
  return /^(?:space|user|u|my|i|home)\./u.test(host)
}

function withoutPoster(host: string, segments: string[]): string[] {
  if (/(?:^|\.)weibo\.(?:com|cn)$/u.test(host)) return weiboDetail(segments)
  const kept: string[] = []
  for (let index = isPosterHost(host) ? 1 : 0; index < segments.length; index++) {
    const segment = segments[index] as string
    if (/^(?:@|%40)/iu.test(segment) || segments[index + 1] === 'status') continue
    if (!posterFolders.test(segment)) {
      kept.push(segment)
      continue
    }
    while (posterFolders.test(segments[index + 1] ?? '')) index++
    index++
  }
  return kept
}

/** weibo.com/<user>/<post> and m.weibo.cn/status/<post> lead to the same post by its own id. */
function weiboDetail(segments: string[]): string[] {
  const [first = '', second] = segments
  if (/^(?:detail|status)$/u.test(first) && second) return ['detail', second]
  if (/^(?:u|n|p|profile)$/u.test(first)) return []
  return second ? ['detail', second] : []
}
