'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'
import { KeyHint } from '#ui/primitives/key-hint.tsx'

const keys = ['j', 'k', 'a', 'x', 'z', 'p', 'r', 'h', 'e', 'd', 'g', 'm', '/', '?', 'esc'] as const

/** Every key of the desk on one sheet. */
export function KeysSheet({ close }: { close: () => void }) {
  const t = useTranslations('desk')
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => sheet.current?.showModal(), [])
  return (
    <dialog
      ref={sheet}
      onClose={close}
      aria-label={t('keys')}
      className="m-auto w-80 rounded-tile border border-line2 bg-s1 p-4 text-t1 backdrop:bg-bg/60"
    >
      <h2 className="text-desk-head font-semibold">{t('keys')}</h2>
      <dl className="my-3 grid grid-cols-[48px_1fr] items-center gap-y-2 text-desk-body">
        {keys.map((key) => (
          <div key={key} className="contents">
            <dt>
              <KeyHint>{key === 'esc' ? 'Esc' : key.toUpperCase()}</KeyHint>
            </dt>
            <dd className="text-t2">{t(`key.${key === '/' ? 'slash' : key === '?' ? 'help' : key}`)}</dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => sheet.current?.close()} hint="Esc">
        {t('close')}
      </Button>
    </dialog>
  )
}
