'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { type RegisterFilters, type RegisterView, registerFilters } from '#contracts/register.ts'
import { read } from '#ui/live/read.ts'
import { addressOf } from './register-address.ts'

/** How often the first page is read anew while nobody has gone further down. */
const refreshEveryMs = 15_000

/** What the address of the page asks for; changing it writes the address, and the way back reads it again. */
export function useRegisterFilters(initial: RegisterFilters) {
  const [filters, setFilters] = useState(initial)
  useEffect(() => {
    const back = () => setFilters(readAddress())
    window.addEventListener('popstate', back)
    return () => window.removeEventListener('popstate', back)
  }, [])
  const narrow = useCallback((change: Partial<RegisterFilters>) => {
    const next = { ...readAddress(), ...change }
    const address = addressOf(next)
    window.history.replaceState(null, '', address ? `?${address}` : window.location.pathname)
    setFilters(next)
  }, [])
  return { filters, narrow }
}

/** The pages read so far, and the counts that came with the first of them. */
export function useRegister(
  filters: RegisterFilters,
  first: { filters: RegisterFilters; view: RegisterView },
) {
  const address = addressOf(filters)
  const { data, isError, isFetchingNextPage, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['register', address],
    queryFn: async ({ pageParam }) => {
      const asked = Object.fromEntries(new URLSearchParams(address))
      const answer = await read('register', pageParam ? { ...asked, cursor: pageParam } : asked)
      if (!answer.ok) throw new Error(answer.refusal.code)
      return answer.value
    },
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    initialData: address === addressOf(first.filters) ? { pages: [first.view], pageParams: [''] } : undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.data?.pages.length === 1 ? refreshEveryMs : false),
    retry: false,
  })
  const pages = data?.pages ?? []
  return {
    rows: pages.flatMap(({ rows }) => rows),
    counts: pages[0]?.counts ?? null,
    at: pages[0]?.at ?? first.view.at,
    failed: isError,
    more: hasNextPage ? () => void fetchNextPage() : null,
    busy: isFetchingNextPage,
  }
}

function readAddress(): RegisterFilters {
  return registerFilters.parse(Object.fromEntries(new URLSearchParams(window.location.search)))
}
