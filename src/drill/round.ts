import type { Evening, ScriptedCall, ScriptedPost } from './scenario.ts'

/** A post as the feed server shows it from `shownAt` on. */
export type RoundPost = {
  id: string
  script: ScriptedPost
  title: string
  text: string
  shownAt: Date
  /** What the feed says of its date. */
  publishedAt: Date
}

export type RoundCall = {
  id: string
  script: ScriptedCall
  text: string
  employer: string | undefined
  dueAt: Date
}

/** One playing of the evening: every offset has become a moment, every firm a name of its own. */
export type Round = { run: string; startsAt: Date; endsAt: Date; posts: RoundPost[]; calls: RoundCall[] }

/** Lays the script on the clock. The same start gives the same round; another start gives other firms and other ids. */
export function roundOf(evening: Evening, startsAt: Date): Round {
  const start = startsAt.getTime()
  const at = (seconds: number) => new Date(start + seconds * 1_000)
  const run = Math.floor(start / 1_000).toString(36)
  const mark = markOf(Math.floor(start / 1_000))
  const marked = (text: string) => text.replaceAll('{mark}', mark)
  return {
    run,
    startsAt,
    endsAt: at(evening.lengthSeconds),
    posts: evening.posts.map((script) => ({
      id: `${run}-${script.id}`,
      script,
      title: marked(script.title),
      text: marked(script.text),
      shownAt: at(script.at),
      publishedAt: script.published ? new Date(script.published) : at(script.at - (script.secondsAgo ?? 40)),
    })),
    calls: evening.calls
      .map((script) => ({
        id: `${run}-${script.id}`,
        script,
        text: marked(script.text),
        employer: script.employer && marked(script.employer),
        dueAt: at(script.at),
      }))
      .sort((one, other) => one.dueAt.getTime() - other.dueAt.getTime()),
  }
}

/** Two letters that make 示例…针织厂 another firm; none of them reads as a place or as a word of owing. */
const firstLetters = '瑞锦宏泰盛祥裕恒茂荣永福'
const secondLetters = '禾晖顺隆辉亨森源华达禧'

/** Every mark a round may get. */
export const marks: readonly string[] = [...firstLetters].flatMap((first) =>
  [...secondLetters].map((second) => first + second),
)

/** Spread, so that rounds and starts soon after each other are far apart in the list. */
function markOf(second: number): string {
  return marks[(Math.imul(second, 2_654_435_761) >>> 8) % marks.length] as string
}
