'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { sendCallOut } from '#actions/handling.ts'
import type { HandlingView, PostToCallView } from '#contracts/handling.ts'
import type { AgencyView } from '#contracts/views.ts'
import { agencyName } from '#ui/incident/agency-names.ts'
import { Button } from '#ui/primitives/button.tsx'
import { DetailDialog } from './detail-dialog.tsx'
import { useAct } from './use-act.ts'

/** The list for this kind and place, all chosen; one press calls them. */
export function CallDialog({
  incidentId,
  handling: { toCall, massCallOutAbove: limit },
  agencies,
  close,
}: {
  incidentId: string
  handling: Pick<HandlingView, 'toCall' | 'massCallOutAbove'>
  agencies: AgencyView[]
  close: () => void
}) {
  const t = useTranslations('handling.callout')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [waits, setWaits] = useState(false)
  const { busy, answer, act } = useAct()
  const chosen = toCall.filter((one) => !left.has(keyOf(one)))
  const toggle = (key: string) => {
    const next = new Set(left)
    if (!next.delete(key)) next.add(key)
    setLeft(next)
  }
  const send = async () => {
    const posts = chosen.map(({ agency, post }) => ({ agency, post }))
    const mass = posts.length > limit
    if (!(await act('call', () => sendCallOut({ incidentId, posts })))) return
    if (mass) setWaits(true)
    else close()
  }
  return (
    <DetailDialog
      title={t('callTitle')}
      note={waits ? t('waits') : t(chosen.length > limit ? 'mass' : 'callNote', { limit })}
      answer={answer}
      close={close}
      acts={
        waits || chosen.length === 0 ? null : (
          <Button variant="primary" className="max-md:h-12" busy={busy !== null} onClick={() => void send()}>
            {t('call', { count: chosen.length })}
          </Button>
        )
      }
    >
      <ul className="flex flex-col">
        {toCall.map((one) => (
          <li key={keyOf(one)}>
            <label className="flex min-h-8 items-center gap-3 text-desk-body max-md:min-h-12">
              <input
                type="checkbox"
                checked={!left.has(keyOf(one))}
                onChange={() => toggle(keyOf(one))}
                className="size-4"
              />
              <span className="font-medium">
                {agencyName(agencies, one.agency)} {one.post}
              </span>
              <span className="min-w-0 truncate text-t2">{one.duty}</span>
            </label>
          </li>
        ))}
      </ul>
    </DetailDialog>
  )
}

function keyOf({ agency, post }: PostToCallView): string {
  return `${agency} ${post}`
}
