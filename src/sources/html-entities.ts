/** The character a named HTML entity stands for, or null for a name HTML does not know from daily use. */
export function namedCharacter(name: string): string | null {
  return named.get(name) ?? null
}

/** The character behind a numeric reference, or null when no such character may stand in a text. */
export function numberedCharacter(point: number): string | null {
  // Old editors wrote Windows-1252 bytes as references: &#150; means a dash.
  if (point >= 0x80 && point <= 0x9f) return windows1252.decode(Uint8Array.of(point))
  if (point === 9 || point === 10 || point === 13) return String.fromCharCode(point)
  const surrogate = point >= 0xd800 && point <= 0xdfff
  if (point < 0x20 || surrogate || point === 0xfffe || point === 0xffff || point > 0x10ffff) return null
  return String.fromCodePoint(point)
}

/** Replaces every reference that can be read; anything else stays as it is written. One pass: nothing is read twice. */
export function decodeEntities(text: string): string {
  return text.replace(reference, (whole, decimal, hex, name) => {
    if (name) return namedCharacter(name) ?? whole
    return numberedCharacter(decimal ? Number(decimal) : Number.parseInt(hex, 16)) ?? ''
  })
}

const windows1252 = new TextDecoder('windows-1252')

const reference = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,30}));/g

/** The Latin-1 names in code order from U+00A0. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'

const others: [string, string][] = [
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['sbquo', '‚'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['bdquo', '„'],
  ['dagger', '†'],
  ['bull', '•'],
  ['hellip', '…'],
  ['permil', '‰'],
  ['prime', '′'],
  ['lsaquo', '‹'],
  ['rsaquo', '›'],
  ['euro', '€'],
  ['trade', '™'],
  ['larr', '←'],
  ['rarr', '→'],
  ['minus', '−'],
  ['ne', '≠'],
  ['le', '≤'],
  ['ge', '≥'],
  ['infin', '∞'],
  ['OElig', 'Œ'],
  ['oelig', 'œ'],
  ['Scaron', 'Š'],
  ['scaron', 'š'],
  ['num', '#'],
  ['lpar', '('],
  ['rpar', ')'],
  ['comma', ','],
  ['colon', ':'],
  ['Tab', '\t'],
  ['NewLine', '\n'],
]

const named = new Map<string, string>([
  ...latin1.split(' ').map((name, at): [string, string] => [name, String.fromCharCode(0xa0 + at)]),
  ...others,
])
