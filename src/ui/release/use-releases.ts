'use client'

import { useQuery } from '@tanstack/react-query'
import type { ReleaseItemView } from '#contracts/release.ts'
import { read } from '#ui/live/read.ts'

/** Without a link the reading is tried again this often. */
const retryEveryMs = 5_000
/** What will happen changes while a request waits: posts join, agencies accept. */
const refreshEveryMs = 20_000

/** What waits for a second person, and what I asked for; read again when the log tells of a request. */
export function useReleases(): { releases: ReleaseItemView[]; refresh: () => void } {
  const { data, refetch } = useQuery({
    queryKey: ['releases'],
    queryFn: () => read('releases'),
    retry: false,
    refetchInterval: (query) => (query.state.status === 'error' ? retryEveryMs : refreshEveryMs),
  })
  return { releases: data?.ok ? data.value : [], refresh: () => void refetch() }
}
