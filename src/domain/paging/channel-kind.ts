/** The ways a person can be reached, in the order the screens show them. */
export const personalChannels = [
  'in_app',
  'web_push',
  'sms',
  'voice',
  'email',
  'dingtalk',
  'wecom',
  'feishu',
] as const
export type PersonalChannel = (typeof personalChannels)[number]

/** Beside people, machines of other houses are told by a signed request. */
export type ChannelKind = PersonalChannel | 'webhook'

/** Channels for which the contact book holds an address; the others know theirs from the account. */
export const addressedChannels = ['sms', 'voice', 'email', 'dingtalk', 'wecom', 'feishu'] as const
export type AddressedChannel = (typeof addressedChannels)[number]
