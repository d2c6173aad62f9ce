import { maskPersonalData } from '#domain/post/mask.ts'

/**
 * The first words of a text for the public that could point at a person: telephone, identity, account or name as the
 * masker knows them, what it has hidden already, or a poster told apart from others. Null when nobody is pointed at.
 */
export function pointsAtSomebody(text: string): string | null {
  const masked = maskPersonalData(text)
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== masked[at] || text.startsWith('**', at)) return text.slice(Math.max(0, at - 4), at + 8)
  }
  return poster.exec(text)?.[0] ?? null
}

/** 网民“某某”, 用户 abc_123, 发帖人：某: whoever posted is nobody's business; 有网民反映 points at nobody. */
const poster =
  /(?:网友|网民|博主|楼主|发帖人|发帖者|发布者|爆料人|举报人|投诉人|用户|账号|帐号|昵称|ID)\s?(?:名为|叫|是)?\s?(?:[“"「『《【:：@＠]\s?[^”"」』》】\s]{1,20}|[A-Za-z0-9_-]{3,})/u
