'use client'

import { useQuery } from '@tanstack/react-query'
import type { DutyView } from '#contracts/roster.ts'
import { shiftEnd } from '#domain/clock/shifts.ts'
import seed from '#seeds/shifts.json' with { type: 'json' }
import { read } from '#ui/live/read.ts'

const refreshEveryMs = 15_000

/** Who is on, when the shift ends, where nobody is rostered; null until it was read. */
export function useDuty(): { duty: DutyView | null; refresh: () => void } {
  const { data, refetch } = useQuery({
    queryKey: ['duty'],
    queryFn: () => read('duty'),
    retry: false,
    refetchInterval: refreshEveryMs,
  })
  return { duty: data?.ok ? data.value : null, refresh: () => void refetch() }
}

/** When my agency's shift ends, by the roster; by the product's own hours until it was read. The server's word is final. */
export function useShiftEnd(now: number): Date {
  const { duty } = useDuty()
  const told = duty ? new Date(duty.shiftEndsAt) : null
  return told && told.getTime() > now ? told : shiftEnd(new Date(now), seed.shifts)
}
