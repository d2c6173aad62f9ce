import type { ChannelKind } from '#domain/paging/channel-kind.ts'
import type { Channel } from './channel.ts'
import { dingtalkChannel } from './dingtalk.ts'
import { emailChannel } from './email.ts'
import { feishuChannel } from './feishu.ts'
import { smsChannel, voiceChannel } from './gateway.ts'
import { inAppChannel } from './in-app.ts'
import { webPushChannel } from './web-push.ts'
import { webhookChannel } from './webhook.ts'
import { wecomChannel } from './wecom.ts'

/** Every way out of the house; a new one is a file, a line here and words in the i18n files. */
export const channels: { [K in ChannelKind]: Channel<unknown> } = {
  in_app: inAppChannel as Channel<unknown>,
  web_push: webPushChannel as Channel<unknown>,
  sms: smsChannel as Channel<unknown>,
  voice: voiceChannel as Channel<unknown>,
  email: emailChannel as Channel<unknown>,
  dingtalk: dingtalkChannel as Channel<unknown>,
  wecom: wecomChannel as Channel<unknown>,
  feishu: feishuChannel as Channel<unknown>,
  webhook: webhookChannel as Channel<unknown>,
}
