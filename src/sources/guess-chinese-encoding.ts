/** Which of the two Chinese encodings the bytes were written in, judged by how common the decoded characters are. */
export function guessChineseEncoding(bytes: Uint8Array): { text: string; encoding: string } | null {
  const candidates = ['gb18030', 'big5']
    .map((encoding) => ({ encoding, text: decodeWhole(bytes, encoding) }))
    .filter((one): one is { encoding: string; text: string } => one.text !== null)
    .map((one) => ({ ...one, score: commonness(one.text) }))
  const [first, second] = candidates
  if (!first) return null
  const best = second && second.score > first.score ? second : first
  // Western single-byte text sometimes passes as rare Chinese characters; nobody writes only those.
  return best.score > 0.02 ? { text: best.text, encoding: best.encoding } : null
}

/** The share of common characters among the characters above ASCII. */
function commonness(text: string): number {
  let above = 0
  let hits = 0
  for (const character of text.slice(0, 200_000)) {
    if (character < '\u0080') continue
    above++
    if (common.has(character)) hits++
  }
  return above === 0 ? 0 : hits / above
}

function decodeWhole(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

const common = new Set(
  '的一是不了在人有我他这個中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运' +
    '個來說時會對過發後裡種經麼學現當沒動還進樣開從實軍無與長機點業將兩間問並應戰頭體見產內話變總電數報結務場計資許統區隊決馬書則聽達強難權設記類據張該萬覺術領確傳師觀讓識帶導爭運這們為國於關給兒東聲員論處義認條題氣愛錢薪資勞欠討' +
    '，。、：；“”！？（）《》欠薪钱款班厂老板拖发讨',
)
