import { asWritten, type Folded, spanOf } from '#domain/flagging/fold.ts'
import type { NameMention } from '#domain/post/post.ts'

const ending =
  /(?:项目部?|工地|标段|地块|安置房|花苑|家园|名府|府|苑|大厦|广场|小区|(?:改造|建设|治理|装修|绿化|安装|水电)工程)(?:[一二三四五六\d]期)?(?:(?:项目|工地)(?!部))?(?:\d+#?楼)?/gu
/** What a name is written with; anything else begins it. */
const beforeEnding = /[\u4e00-\u9fa5a-z0-9#]{0,20}$/u

/** Verbs, pronouns and pointing words that may stand before a name in one clause. */
const leadIn =
  /^.*(?:的|在|被|欠|给|于|从|去|是|投诉|举报|反映|关于|一家|这家|那家|一个|这个|那个|某个?|我们|你们|他们|我|这边|那边|那里|这里|位于|进入|来到|请问|该|由|和|与|叫|做|有[个家]?|说|听说|到|镇|街道|(?<![第统万])一)/u

const notAName =
  /^(?:这个|那个|我们|一个|某|该|本|各|安置|建筑|装修|水电|政府|市政|老|新|大|小|工程|在建|整个|几个|所有|每个|.*政)$/u
const shortestName = 2

/** The building project or site a message names; 工地 and 这个项目 alone are none. */
export function readProject(folded: Folded): NameMention | null {
  for (const match of folded.text.matchAll(ending)) {
    const before =
      folded.text.slice(Math.max(0, match.index - 20), match.index).match(beforeEnding)?.[0] ?? ''
    const own = before.replace(leadIn, '')
    if (own.length < shortestName || notAName.test(own)) continue
    const start = match.index - own.length
    const end = match.index + match[0].length
    return { name: asWritten(folded, start, end), ...spanOf(folded, start, end) }
  }
  return null
}
