/** The door a message came in by. */
export type SourceKind = 'feed' | 'json' | 'html' | 'imap' | 'hotline' | 'vendor' | 'intake' | 'import'

/** The line a message was spoken or written on; `online` is anything fetched from the open web. */
export type Channel = '12345' | '12333' | '110' | 'grid' | 'union' | 'petition' | 'online' | 'other'

/** A message as a source hands it over, before anything is read, masked or kept. It never names its author. */
export type RawPost = {
  /** What the source itself calls the item (guid, hotline id, row key); stable when the item is seen again. */
  externalId: string
  title: string
  text: string
  url: string | null
  publishedAt: Date | null
  /** What the sender states beside the text; it wins over what is read from the text. */
  stated?: StatedFacts
  /** Counts of the platform, as a data vendor passes them on. */
  reach?: PostReach
}

/** How often a post was seen and passed on; null where the platform does not say. */
export type PostReach = { views: number | null; reposts: number | null }

export type StatedFacts = {
  place?: string
  employer?: string
  workers?: number
  amountYuan?: number
}

/** Half-open UTF-16 range in the masked text. */
export type Span = { start: number; end: number }

/** Inclusive bounds; `max` is null for “and more” (三十多, 百余). */
export type Range = { min: number; max: number | null }

/** What the message does: claims arrears, hints, passes on hearsay, says it is settled, speaks of other money, or none. */
export type PostLabel = 'claim' | 'weak' | 'hearsay' | 'settled' | 'other_debt' | 'none'

/** One rule that fired, with the place in the masked text it rests on. */
export type FlagReason = Span & {
  rule: string
  weight: number
  /** Of a sign that rests on two words near each other: the words as written, and the letters between them. */
  pair?: { owing: string; noun: string; letters: number }
}

/** Letters that spoke for (above 0) or against in the learned model, by what they added to its score. */
export type LetterEvidence = Span & { added: number }

export type Flag = {
  /** True when the message is to open or join an incident. */
  flagged: boolean
  /** Sum of the rules' weights; 6 and more is flagged by rule, 3 to 5 is doubtful (domain notes §4.3). */
  score: number
  /** How likely it is a claim, by the learned model; null where none is loaded and the rules decide alone. */
  probability: number | null
  label: PostLabel
  reasons: FlagReason[]
  /** The letters that moved the model most; empty where it was not asked or its answer changes nothing. */
  letters: LetterEvidence[]
}

export type PlaceMention = Span & { code: string; name: string; lat: number; lng: number }
export type NameMention = Span & { name: string }
export type RangeMention = Span & Range
/** Danger to life, with the words that say so. */
export type DangerMention = Span & {
  kind: 'height' | 'fire' | 'poison' | 'violence' | 'self_harm' | 'detention'
}
export type CollectiveMention = Span & {
  kind:
    | 'gathering'
    | 'banner'
    | 'blocked_gate'
    | 'blocked_road'
    | 'office'
    | 'strike'
    | 'petition'
    | 'planned'
  /** How many take part, where the message says so. */
  people?: Range
}
export type FlightMention = Span & { kind: 'fled' | 'closed' | 'seized' | 'assets_moved' }

/** What could be read; what is not stated is null or empty, never guessed. */
export type PostFacts = {
  employer: NameMention | null
  project: NameMention | null
  workers: RangeMention | null
  amountYuan: RangeMention | null
  months: RangeMention | null
  /** Most specific and most certain first. */
  places: PlaceMention[]
  danger: DangerMention[]
  collective: CollectiveMention[]
  flight: FlightMention[]
  /** Another city or province is named and Jiaxing is not. */
  outOfArea: boolean
}

/** A message after the door: masked, judged, read. Spans count in `title + '\n' + text` when there is a title, else in `text`. */
export type PostReading = {
  maskedTitle: string
  maskedText: string
  /** The string all spans point into. */
  body: string
  flag: Flag
  facts: PostFacts
  /** A few words for lists and walls, built from the facts (毛衫厂老板跑路), without any personal data. */
  headline: string
}
