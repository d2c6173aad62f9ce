import { useMessages, useTranslations } from 'use-intl/react'
import type { ProblemView } from '#contracts/views.ts'

/** A source's problem or warning as a sentence; a code without one is named, not hidden. */
export function useProblemWords(): (problem: ProblemView) => string {
  const known = useMessages().problem as Record<string, string>
  const say = useTranslations('problem') as unknown as (
    code: string,
    blanks: ProblemView['details'],
  ) => string
  return (problem) => {
    const { code, details } = problemSentence(problem)
    return code in known ? say(code, details) : say('other', { code })
  }
}

/** Which sentence a problem needs, its numbers in units that people read. */
export function problemSentence({ code, details }: ProblemView): ProblemView {
  const read = { ...details }
  if (typeof read.limitBytes === 'number') read.limitMegabytes = Math.round(read.limitBytes / 1024 / 1024)
  if (typeof read.timeoutMs === 'number') read.seconds = Math.round(read.timeoutMs / 1000)
  if (code === 'bytes_replaced') read.lost ??= '?'
  if (code === 'ill_formed' && read.kept === undefined) return { code: 'ill_formed_whole', details: read }
  if (code === 'not_a_feed' && read.feedLink !== undefined) return { code: 'not_a_feed_link', details: read }
  return { code, details: read }
}
