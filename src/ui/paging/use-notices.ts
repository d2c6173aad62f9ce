'use client'

import { useCallback, useEffect, useState } from 'react'
import { useLocale } from 'use-intl/react'
import { seeNotices } from '#actions/calls.ts'
import type { NoticeView } from '#contracts/paging.ts'
import { noticeCame } from '#ui/live/announce-notice.ts'
import { read } from '#ui/live/read.ts'

/** Pages without the live log ask by themselves. */
const askEveryMs = 30_000

/** My calls, kept fresh by the log where a page follows it and by the clock elsewhere. */
export function useNotices(): { notices: NoticeView[]; unseen: number; look: () => void } {
  const locale = useLocale()
  const [notices, setNotices] = useState<NoticeView[]>([])
  const ask = useCallback(async () => {
    const answer = await read('notices', { locale }).catch(() => null)
    if (answer?.ok) setNotices(answer.value)
  }, [locale])
  useEffect(() => {
    const again = () => void ask()
    again()
    const timer = setInterval(again, askEveryMs)
    window.addEventListener(noticeCame, again)
    return () => {
      clearInterval(timer)
      window.removeEventListener(noticeCame, again)
    }
  }, [ask])
  const unseen = notices.filter(({ seen }) => !seen).length
  const look = useCallback(() => {
    if (unseen === 0) return
    void seeNotices(undefined).then(() => setNotices((all) => all.map((one) => ({ ...one, seen: true }))))
  }, [unseen])
  return { notices, unseen, look }
}
