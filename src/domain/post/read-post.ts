import { withoutPlaceInFront } from '#domain/facts/employer.ts'
import { readFacts } from '#domain/facts/read-facts.ts'
import { findWords } from '#domain/flagging/find-words.ts'
import { flagMessage } from '#domain/flagging/flag.ts'
import { fold } from '#domain/flagging/fold.ts'
import { findWageSigns } from '#domain/flagging/wage-signs.ts'
import { findPlaces } from '#domain/place/find-places.ts'
import { writeHeadline } from './headline.ts'
import { maskPersonalData } from './mask.ts'
import { maskPersonAsEmployer } from './mask-names.ts'
import { normaliseText } from './normalise.ts'
import type {
  NameMention,
  PlaceMention,
  PostFacts,
  PostLabel,
  PostReading,
  RawPost,
  StatedFacts,
} from './post.ts'
import type { ReadingTables } from './reading-tables.ts'

/** Masks, judges and reads one message; title and body are always read together, and only the masked text is returned. */
export function readPost(raw: RawPost, tables: ReadingTables): PostReading {
  const title = normaliseText(raw.title)
  const message = readWords(title, normaliseText(raw.text), tables)
  const body = message.folded.source
  const maskedTitle = body.slice(0, title.length)
  const maskedText = title === '' ? body : body.slice(title.length + 1)
  const found = findPlaces(message.folded, tables.gazetteer)
  const employer = withoutPlaceInFront(message.facts.employer, found.places)
  const read: PostFacts = { ...message.facts, ...found, employer }
  const flag = flagMessage(message, tables.model, tables.thresholds)
  const facts = raw.stated ? withStated(read, raw.stated, tables) : read
  return { maskedTitle, maskedText, body, flag, facts, headline: writeHeadline(facts, flag, body) }
}

/** Words, signs and facts of a message in plain text, masked: all that its judgement rests on. */
export function readWords(title: string, text: string, { lexicon }: ReadingTables) {
  // Title and text are masked as one, so that a name told in the one is hidden in the other.
  const body = maskPersonalData(title === '' ? text : `${title}\n${text}`)
  const folded = fold(body, lexicon.folding)
  const hits = findWords(folded, lexicon)
  return { folded, hits, signs: findWageSigns(folded.text, hits), facts: readFacts(folded, hits) }
}

/** True when title and text may be stored; of every other message only fingerprint, source and time remain. */
export function shouldKeep(reading: PostReading): boolean {
  return reading.flag.flagged || labelNeedsReview(reading.flag.label)
}

/** True when a person has to look before the message counts. */
export function labelNeedsReview(label: PostLabel): boolean {
  return label === 'weak' || label === 'hearsay' || label === 'settled'
}

/** What the sender states wins over what was read; a stated fact has no place in the text, so its span is empty. */
function withStated(read: PostFacts, stated: StatedFacts, tables: ReadingTables): PostFacts {
  const places = stated.place ? statedPlaces(stated.place, tables) : []
  return {
    ...read,
    employer: stated.employer ? statedName(stated.employer) : read.employer,
    workers:
      stated.workers === undefined ? read.workers : { ...nowhere, min: stated.workers, max: stated.workers },
    amountYuan:
      stated.amountYuan === undefined
        ? read.amountYuan
        : { ...nowhere, min: stated.amountYuan, max: stated.amountYuan },
    places: places.length > 0 ? places : read.places,
    outOfArea: places.length > 0 ? false : read.outOfArea,
  }
}

const nowhere = { start: 0, end: 0 } as const

function statedName(name: string): NameMention | null {
  const masked = maskPersonAsEmployer(maskPersonalData(normaliseText(name)))
  return masked === '' ? null : { ...nowhere, name: masked }
}

function statedPlaces(place: string, tables: ReadingTables): PlaceMention[] {
  const folded = fold(maskPersonalData(normaliseText(place)), tables.lexicon.folding)
  return findPlaces(folded, tables.gazetteer).places.map((mention) => ({ ...mention, ...nowhere }))
}
