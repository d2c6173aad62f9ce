'use client'

import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'

/** Something looked at above the page, with what can be done about it at its foot; Esc closes it. */
export function DetailDialog({
  title,
  note,
  answer,
  acts,
  close,
  children,
}: {
  title: ReactNode
  note?: ReactNode
  /** A refusal, beside the buttons. */
  answer: string | null
  acts: ReactNode
  close: () => void
  children: ReactNode
}) {
  const t = useTranslations('handling')
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      onClose={close}
      className="m-auto max-h-[calc(100dvh-32px)] w-[min(560px,calc(100vw-32px))] overflow-y-auto rounded-tile border border-line2 bg-s1 p-6 text-t1 backdrop:bg-bg/60"
    >
      <h2 className="text-desk-queue font-semibold">{title}</h2>
      {note ? <p className="mt-1 text-desk-body text-t2">{note}</p> : null}
      <div className="mt-4 flex flex-col gap-3">{children}</div>
      {answer ? (
        <p role="alert" className="mt-3 text-desk-body font-semibold text-t1">
          {answer}
        </p>
      ) : null}
      <div className="mt-5 flex flex-wrap justify-end gap-2">
        <Button className="max-md:h-12" onClick={() => dialog.current?.close()}>
          {t('close')}
        </Button>
        {acts}
      </div>
    </dialog>
  )
}

/** Labels at the left, what is known at the right; nothing known, no line. */
export function Lines({ lines }: { lines: (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[80px_1fr] gap-x-4 gap-y-2 text-desk-body max-md:text-phone-body">
      {lines
        .filter(([, value]) => value !== null && value !== '')
        .map(([label, value]) => (
          <div key={label} className="contents">
            <dt className="text-t2">{label}</dt>
            <dd className="min-w-0 text-t1">{value}</dd>
          </div>
        ))}
    </dl>
  )
}
