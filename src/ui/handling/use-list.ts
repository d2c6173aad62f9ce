'use client'

import { useQuery } from '@tanstack/react-query'
import type { SupervisionListView, TaskListView } from '#contracts/handling.ts'
import { read } from '#ui/live/read.ts'

const refreshEveryMs = 5_000

type Lists = { tasks: TaskListView; supervisions: SupervisionListView }

/** A list over all incidents, read again every few seconds and after each act. */
export function useList<What extends keyof Lists>(what: What, initial: Lists[What]) {
  const { data, isError, refetch } = useQuery({
    queryKey: [what],
    queryFn: async () => {
      const answer = await read(what)
      if (!answer.ok) throw new Error(answer.refusal.code)
      return answer.value as Lists[What]
    },
    initialData: initial,
    refetchInterval: refreshEveryMs,
    retry: false,
  })
  return { list: data as Lists[What], failed: isError, refresh: () => void refetch() }
}
