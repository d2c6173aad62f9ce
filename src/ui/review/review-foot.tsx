'use client'

import { useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl/react'
import { Button } from '#ui/primitives/button.tsx'
import { KeyHint } from '#ui/primitives/key-hint.tsx'
import type { Review } from './use-review.ts'
import { kindKeys } from './verdict-keys.tsx'

/** Whether this screen hears the others, and its keys. */
export function ReviewFoot({ state, failed, showKeys }: Review & { showKeys: () => void }) {
  const t = useTranslations('review')
  return (
    <footer className="flex h-7 flex-none items-center gap-6 overflow-hidden border-t border-line bg-s1 px-4 text-desk-meta text-t2 max-lg:hidden">
      <span className="unbroken flex items-center gap-2">
        <span
          aria-hidden
          className={
            failed ? 'size-[6px] border border-dashed border-t1' : 'size-[6px] rounded-[50%] bg-accent'
          }
        />
        {t(failed ? 'unread' : 'live')}
      </span>
      <span className="unbroken">{t('today', { count: state.judgedToday })}</span>
      <span className="unbroken">{t('privacy')}</span>
      <span className="ml-auto flex items-center gap-5">
        <span className="unbroken flex items-center gap-1">
          <KeyHint>J</KeyHint>
          <KeyHint>K</KeyHint>
          <span className="ml-1">{t('move')}</span>
        </span>
        <button type="button" onClick={showKeys} className="unbroken flex items-center gap-1">
          <KeyHint>?</KeyHint>
          <span className="ml-1">{t('keys')}</span>
        </button>
      </span>
    </footer>
  )
}

/** Every key of the review queue, with what it brings about. */
export function ReviewKeys({ close }: { close: () => void }) {
  const t = useTranslations('review')
  const sheet = useRef<HTMLDialogElement>(null)
  useEffect(() => sheet.current?.showModal(), [])
  const lines = [
    ['Y', t('verdict.claim'), t('after.claim')],
    ['N', t('verdict.not_ours'), t('after.not_ours')],
    [t('space'), t('skip'), t('skipNote')],
    ...kindKeys.map(({ key, verdict }) => [key, t(`verdict.${verdict}`), t(`after.${verdict}`)]),
    ['Z', t('undo'), t('undoNote')],
    ['J', t('move'), ''],
  ] as const
  return (
    <dialog
      ref={sheet}
      onClose={close}
      aria-label={t('keys')}
      className="m-auto w-[480px] max-w-[calc(100vw-32px)] rounded-tile border border-line2 bg-s1 p-4 text-t1 backdrop:bg-bg/60"
    >
      <h2 className="text-desk-head font-semibold">{t('keys')}</h2>
      <dl className="my-3 grid grid-cols-[56px_1fr] items-baseline gap-y-2 text-desk-body">
        {lines.map(([key, name, note]) => (
          <div key={key} className="contents">
            <dt>
              <KeyHint>{key as string}</KeyHint>
            </dt>
            <dd>
              {name} <span className="text-t3">{note}</span>
            </dd>
          </div>
        ))}
      </dl>
      <Button onClick={() => sheet.current?.close()} hint="Esc">
        {t('close')}
      </Button>
    </dialog>
  )
}
