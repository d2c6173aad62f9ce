import { gbkBytes } from './gbk-bytes.ts'
import type { Dialect } from './scenario.ts'

export type DocumentItem = { id: string; link: string; title: string; text: string; publishedAt: Date }
export type FeedDocument = { contentType: string; body: Buffer }

/**
 * Writes a feed as sites of that kind write it. Each item names an author, as real feeds do, so that the drill shows
 * that nobody keeps it.
 */
export function feedDocument(
  dialect: Dialect,
  { title, link, items }: { title: string; link: string; items: readonly DocumentItem[] },
): FeedDocument {
  const { contentType, write } = dialects[dialect]
  return { contentType, body: write(escapeXml(title), link, items) }
}

/** The author every scripted item claims to have. */
export const scriptedAuthor = '演练网友甲'

type Write = (title: string, link: string, items: readonly DocumentItem[]) => Buffer

const dialects: Record<Dialect, { contentType: string; write: Write }> = {
  rss: {
    contentType: 'application/rss+xml; charset=utf-8',
    write: (...feed) => Buffer.from(rss('utf-8', ...feed)),
  },
  // As on many old sites the header is silent about the encoding and only the prolog names it.
  'rss-gbk': { contentType: 'text/xml', write: (...feed) => gbkBytes(rss('GBK', ...feed)) },
  atom: {
    contentType: 'application/atom+xml; charset=utf-8',
    write: (...feed) => Buffer.from(atom(...feed)),
  },
  rdf: { contentType: 'application/rdf+xml', write: (...feed) => Buffer.from(rdf(...feed)) },
  json: { contentType: 'application/feed+json', write: (...feed) => Buffer.from(json(...feed)) },
}

function rss(encoding: string, title: string, link: string, items: readonly DocumentItem[]): string {
  const entries = items.map(
    (item) => `<item><guid isPermaLink="false">${item.id}</guid><title>${escapeXml(item.title)}</title>
<link>${item.link}</link><dc:creator>${scriptedAuthor}</dc:creator>
<pubDate>${item.publishedAt.toUTCString()}</pubDate>
<description><![CDATA[<p>${escapeXml(item.text)}</p>]]></description></item>`,
  )
  return `<?xml version="1.0" encoding="${encoding}"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>${title}</title><link>${link}</link>
<description>${title}</description>
${entries.join('\n')}
</channel></rss>`
}

function atom(title: string, link: string, items: readonly DocumentItem[]): string {
  const entries = items.map(
    (item) => `<entry><id>tag:drill.example,2026:${item.id}</id><title>${escapeXml(item.title)}</title>
<link href="${item.link}"/><author><name>${scriptedAuthor}</name></author>
<published>${item.publishedAt.toISOString()}</published><updated>${item.publishedAt.toISOString()}</updated>
<content type="html">${escapeXml(`<p>${escapeXml(item.text)}</p>`)}</content></entry>`,
  )
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><title>${title}</title><id>${link}</id><link href="${link}"/>
${entries.join('\n')}
</feed>`
}

function rdf(title: string, link: string, items: readonly DocumentItem[]): string {
  const list = items.map((item) => `<rdf:li rdf:resource="${item.link}"/>`).join('')
  const entries = items.map(
    (item) => `<item rdf:about="${item.link}"><title>${escapeXml(item.title)}</title><link>${item.link}</link>
<dc:creator>${scriptedAuthor}</dc:creator><dc:date>${item.publishedAt.toISOString()}</dc:date>
<description>${escapeXml(item.text)}</description></item>`,
  )
  return `<?xml version="1.0"?>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel rdf:about="${link}"><title>${title}</title><link>${link}</link><description>${title}</description>
<items><rdf:Seq>${list}</rdf:Seq></items></channel>
${entries.join('\n')}
</rdf:RDF>`
}

function json(title: string, link: string, items: readonly DocumentItem[]): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: link,
    items: items.map((item) => ({
      id: item.id,
      url: item.link,
      ...(item.title && { title: item.title }),
      content_text: item.text,
      date_published: item.publishedAt.toISOString(),
      authors: [{ name: scriptedAuthor }],
    })),
  })
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
