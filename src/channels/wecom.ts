import { z } from 'zod'
import type { FieldHint } from '#contracts/form-field.ts'
import { type Channel, type Letter, later, never, type Recipient, sent } from './channel.ts'
import { readAnswer } from './read-answer.ts'

const settings = z.object({
  /** The key in the address is all that protects it: WeCom's robots have no signature. */
  url: z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ secret: true } satisfies FieldHint),
})

/** A robot of a WeCom group; a contact's user id is @-mentioned. */
export const wecomChannel: Channel<z.infer<typeof settings>> = {
  kind: 'wecom',
  settings,
  carries: 'urgent',
  acknowledges: 'button',
  address: 'optional',
  addressShape: /^[A-Za-z0-9_.@-]{1,64}$/,
  perMinute: () => 20,
  async send(letter, to, { url }, tools) {
    const outcome = await tools.post(url, {
      body: JSON.stringify(bodyOf(letter, to)),
      headers: { 'content-type': 'application/json; charset=utf-8' },
    })
    const answer = readAnswer(outcome)
    if ('failed' in answer) return answer.failed
    const { errcode } = (answer.json ?? {}) as { errcode?: unknown }
    if (errcode === 0) return sent
    if (errcode === 45009 || errcode === 45033) return later('too_many', 60)
    if (errcode === -1) return later('gateway_failed')
    return never(errcode === 93000 ? 'signature_refused' : 'gateway_refused')
  },
}

/** Markdown can call a person, a card has the button. */
function bodyOf({ title, lines, link, linkWords }: Letter, { address }: Recipient) {
  if (address || !link) {
    const open = link ? [`[${linkWords}](${link})`] : []
    const called = address ? [`<@${address}>`] : []
    return {
      msgtype: 'markdown',
      markdown: { content: within([`**${title}**`, ...lines, ...open, ...called].join('\n'), 4_096) },
    }
  }
  return {
    msgtype: 'template_card',
    template_card: {
      card_type: 'text_notice',
      main_title: { title: title.slice(0, 36), desc: (lines[0] ?? '').slice(0, 44) },
      sub_title_text: lines.slice(1).join('\n').slice(0, 160),
      jump_list: [{ type: 1, title: linkWords, url: link }],
      card_action: { type: 1, url: link },
    },
  }
}

/** WeCom counts bytes. */
function within(text: string, bytes: number): string {
  let cut = text
  while (Buffer.byteLength(cut) > bytes) cut = cut.slice(0, -8)
  return cut
}
