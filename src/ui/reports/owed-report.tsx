'use client'

import { useQuery } from '@tanstack/react-query'
import clsx from 'clsx'
import Link from 'next/link'
import { useTranslations } from 'use-intl/react'
import { read } from '#ui/live/read.ts'
import { buttonLook } from '#ui/primitives/button.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'

const askEveryMs = 60_000

/** The desk's line while my agency owes its zero report; nothing at any other time. */
export function OwedReport({ phone = false }: { phone?: boolean }) {
  const t = useTranslations('reports')
  const { data } = useQuery({
    queryKey: ['owedReport'],
    queryFn: async () => {
      const answer = await read('owedReport')
      return answer.ok ? answer.value : null
    },
    refetchInterval: askEveryMs,
    retry: false,
  })
  if (!data) return null
  return (
    <p
      className={clsx(
        'flex flex-none items-center justify-between gap-4 border-b border-line bg-s1 px-4 text-t1',
        phone ? 'py-2 text-phone-body' : 'h-10 text-desk-body',
      )}
    >
      <span className="font-semibold">
        {t(data.late ? 'owedLate' : 'owed', { at: clockMinutes(data.closesAt) })}
      </span>
      <Link href="/reports" className={buttonLook({ variant: 'primary', surface: phone ? 'phone' : 'desk' })}>
        {t('goReport')}
      </Link>
    </p>
  )
}
