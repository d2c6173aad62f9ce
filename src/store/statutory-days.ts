import chineseDays from 'chinese-days'

const dayMs = 86_400_000

/**
 * The thirteen days off that 全国年节及纪念日放假办法 (2025) fixes for any year, before the yearly notice moves days
 * around them: 元旦, 除夕 to 初三, 清明, 劳动节 (two), 端午, 中秋, 国庆 (three).
 */
export function statutoryDays(year: number): string[] {
  const fixed = ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map((day) => `${year}-${day}`)
  return [...fixed, `${year}-04-0${qingming(year)}`, ...lunarDays(year)].sort()
}

/** 除夕, 初一 to 初三, 五月初五, 八月十五. */
function lunarDays(year: number): string[] {
  const found: string[] = []
  for (let at = Date.UTC(year, 0, 15); at < Date.UTC(year, 10, 1); at += dayMs) {
    const { lunarMon, lunarDay, isLeap } = chineseDays.getLunarDate(dayOf(at))
    if (isLeap) continue
    if (lunarMon === 1 && lunarDay === 1) found.push(dayOf(at - dayMs))
    const springFestival = lunarMon === 1 && lunarDay <= 3
    const festival = (lunarMon === 5 && lunarDay === 5) || (lunarMon === 8 && lunarDay === 15)
    if (springFestival || festival) found.push(dayOf(at))
  }
  return found
}

/** The day in April on which 清明 falls, 2000 to 2099 (寿星公式). */
function qingming(year: number): number {
  const y = year % 100
  return Math.floor(y * 0.2422 + 4.81) - Math.floor(y / 4)
}

function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10)
}
