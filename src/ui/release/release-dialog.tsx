'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { approveRelease, breakGlass, countersignRelease, declineRelease } from '#actions/releases.ts'
import type { ReleaseItemView } from '#contracts/release.ts'
import type { Result } from '#domain/result.ts'
import { DetailDialog, Lines } from '#ui/handling/detail-dialog.tsx'
import { useAct } from '#ui/handling/use-act.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useForetoldWords } from './release-words.ts'

/** One request with everything that will happen; approve, decline, sign afterwards, or go alone. */
export function ReleaseDialog({
  release,
  close,
  refresh,
}: {
  release: ReleaseItemView
  close: () => void
  refresh: () => void
}) {
  const t = useTranslations('release')
  const [name, setName] = useState('')
  const [reason, setReason] = useState('')
  const { busy, answer, act } = useAct()
  const known = { releaseId: release.id, version: release.version }
  const signedName = name.trim() || null
  const press = (key: string, send: () => Promise<Result<unknown>>) => async () => {
    const done = await act(key, send)
    refresh()
    if (done) close()
  }
  const alone = release.mine
  const afterwards = release.state === 'broken'
  const approve = afterwards
    ? () => countersignRelease({ ...known, agrees: true, signedName })
    : () => approveRelease({ ...known, signedName })
  const decline = afterwards
    ? () => countersignRelease({ ...known, agrees: false, reason, signedName })
    : () => declineRelease({ ...known, reason })
  return (
    <DetailDialog
      title={`${t(`kind.${release.kind}`)} ${release.incident.number}`}
      note={
        alone
          ? t('breakNote')
          : t('askedBy', { who: release.askedBy.post, time: clockMinutes(release.askedAt) })
      }
      answer={answer}
      close={close}
      acts={
        alone ? (
          <Button
            className="max-md:h-12"
            busy={busy === 'break'}
            onClick={press('break', () => breakGlass({ ...known, reason }))}
          >
            {t('breakDo')}
          </Button>
        ) : (
          <>
            <Button className="max-md:h-12" busy={busy === 'decline'} onClick={press('decline', decline)}>
              {t(afterwards ? 'countersignNotDo' : 'declineDo')}
            </Button>
            <Button
              className="max-md:h-12"
              variant="primary"
              busy={busy === 'approve'}
              onClick={press('approve', approve)}
            >
              {t(afterwards ? 'countersign' : 'approve')}
            </Button>
          </>
        )
      }
    >
      <Content release={release} />
      {release.signed && !alone ? (
        <Field
          label={t('name')}
          value={name}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      ) : null}
      <Field label={t(alone ? 'breakWhy' : afterwards ? 'countersignWhy' : 'declineWhy')}>
        <textarea
          value={reason}
          rows={2}
          maxLength={300}
          onChange={(event) => setReason(event.target.value)}
          className={`${fieldLook} h-auto py-2 max-md:h-auto md:h-auto`}
        />
      </Field>
    </DetailDialog>
  )
}

/** The text that will go out, or the lines of what will change. */
function Content({ release }: { release: ReleaseItemView }) {
  const t = useTranslations('release')
  const words = useForetoldWords()
  const of = (what: string) => release.foretold.find((line) => line.what === what)?.to
  const body = of('reply_body')
  const lines = release.foretold.map(words).filter(Boolean)
  return (
    <>
      <Lines
        lines={[
          [t(release.mine ? 'asked' : 'will'), lines.length > 0 ? lines.join(' · ') : null],
          [t('askReason'), release.reason],
        ]}
      />
      {body ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the dialog opens at the text's beginning, not at the field below it
        <div tabIndex={0} className="rounded-control bg-s2 px-4 py-3 outline-none">
          <h3 className="text-desk-head font-semibold">{of('reply_title')}</h3>
          <p className="mt-2 text-desk-body leading-[1.8] whitespace-pre-line max-md:text-phone-body">
            {body}
          </p>
        </div>
      ) : null}
    </>
  )
}
