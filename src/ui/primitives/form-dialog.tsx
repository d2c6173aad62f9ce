'use client'

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { Result } from '#domain/result.ts'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import { Button } from './button.tsx'

/** A form above the page: Esc leaves everything as it was, a refusal stands beside the button and loses nothing typed. */
export function FormDialog({
  title,
  note,
  submitWords,
  send,
  close,
  children,
}: {
  title: string
  note?: ReactNode
  submitWords: string
  /** Reads the form and carries it out; null means nothing is sent, the fields say why. */
  send: (fields: FormData) => Promise<Result<unknown>> | null
  close: () => void
  children: ReactNode
}) {
  const t = useTranslations('incident')
  const refusalText = useRefusalText()
  const dialog = useRef<HTMLDialogElement>(null)
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<string | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const sent = send(new FormData(event.currentTarget))
    if (!sent || busy) return
    setBusy(true)
    setAnswer(null)
    try {
      const result = await sent
      if (result.ok) return close()
      setAnswer(refusalText(result.refusal))
    } catch {
      setAnswer(t('unreachable'))
    } finally {
      setBusy(false)
    }
  }
  return (
    <dialog
      ref={dialog}
      onClose={close}
      aria-label={title}
      className="m-auto max-h-[calc(100dvh-32px)] w-[min(520px,calc(100vw-32px))] overflow-y-auto rounded-tile border border-line2 bg-s1 p-6 text-t1 backdrop:bg-bg/60"
    >
      <h2 className="text-desk-queue font-semibold">{title}</h2>
      {note ? <p className="mt-1 text-desk-body text-t2">{note}</p> : null}
      <form onSubmit={submit} className="mt-4 flex flex-col gap-3">
        {children}
        {answer ? (
          <p role="alert" className="text-desk-body font-semibold text-t1">
            {answer}
          </p>
        ) : null}
        <div className="flex justify-end gap-2 pt-1">
          <Button className="max-md:h-12" onClick={close}>
            {t('cancel')}
          </Button>
          <Button type="submit" variant="primary" className="max-md:h-12" busy={busy}>
            {submitWords}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
