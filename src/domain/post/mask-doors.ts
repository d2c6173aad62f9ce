import type { Shape } from './mask.ts'

const figure = '[\\d一二三四五六七八九十零〇]'
const dwelling = '(?:住|租|家|地址|新村|小区|花园|苑|公寓)[^，。,\\n]{0,14}'
const street = '[^，。,;；\\n\\d]{0,20}(?:路|街|巷|里|道|弄)\\s?'

/** `needs` is what every such door holds; looking for that first spares the dear shape. */
const door = (needs: RegExp, source: string): Shape => ({
  shape: new RegExp(source, 'gu'),
  when: (_runs, text) => needs.test(text),
})

/** Homes down to the door; the first group stays readable: a building may be a site where people work. */
export const doorShapes: readonly Shape[] = [
  {
    ...door(
      /[幢栋弄#楼]\s?[\d一二三四五六七八九十零〇]/u,
      `(${figure}{1,3}(?:幢|栋|号楼|#楼?|弄))\\s?(?:${figure}{1,2}单元)?\\s?${figure}{2,4}(?:室|房间)?(?![\\d年月日人元])`,
    ),
    keep: (found) => !/室|房间|单元/u.test(found),
  },
  // without the word for a room: only where somebody lives
  door(/\d[幢栋]\d{3}/u, `(?<=${dwelling})(\\d{1,3}(?:幢|栋))\\d{3,4}(?![\\d年月日人元平米个])`),
  door(/宿舍|寝室|出租[房屋]/u, `((?:宿舍|寝室|出租[房屋])[^\\d，。\\n]{0,4})\\d{3,4}(?:室|房|号)`),
  door(/组\s?[\d一二三四五六七八九十零〇]{1,4}号/u, `([村社浜]\\s?)${figure}{1,3}组\\s?${figure}{1,4}号`),
  door(/弄\s?\d{1,4}号/u, `(\\d{1,4}弄\\s?)\\d{1,4}号(?:\\s?\\d{2,4}室)?`),
  door(
    /\d号/u,
    `((?:住在?|家在|住址|户籍地址|收件地址|家庭地址)\\s?[:：]?\\s?${street})\\d{1,5}号(?:\\s?\\d{2,4}室)?`,
  ),
]
