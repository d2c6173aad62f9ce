'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { SourceView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'
import type { ChangeOutcome, SourceChange } from './use-sources.ts'

/** Try, pause, resume, remove; removing asks once more, and what it brought stays. */
export function SourceActions({
  source,
  mayManage,
  busy,
  outcome,
  change,
  preview,
}: {
  source: SourceView
  mayManage: boolean
  busy: boolean
  outcome: ChangeOutcome | undefined
  change: (to: SourceChange) => void
  /** Null where there is nothing to ask. */
  preview: (() => void) | null
}) {
  const t = useTranslations('sources')
  const [sure, setSure] = useState(false)
  if (!mayManage) return null
  if (sure) {
    return (
      <div className="flex flex-col gap-2">
        <span>{t('removeSure', { name: source.name })}</span>
        <div className="flex gap-2">
          <Button busy={busy} onClick={() => change('remove')} className="max-md:h-12">
            {t('removeYes')}
          </Button>
          <Button onClick={() => setSure(false)} className="max-md:h-12">
            {t('cancel')}
          </Button>
        </div>
      </div>
    )
  }
  const paused = source.state === 'paused'
  return (
    <div className="flex flex-col gap-1">
      <div className="flex flex-wrap gap-2">
        {preview ? (
          <Button disabled={busy} onClick={preview} className="max-md:h-12">
            {t('preview')}
          </Button>
        ) : null}
        <Button busy={busy} onClick={() => change(paused ? 'resume' : 'pause')} className="max-md:h-12">
          {t(paused ? 'resume' : 'pause')}
        </Button>
        <Button disabled={busy} onClick={() => setSure(true)} className="max-md:h-12">
          {t('remove')}
        </Button>
      </div>
      <Outcome outcome={outcome} />
    </div>
  )
}

const doneWords = { pause: 'paused', resume: 'resumed', remove: 'removed' } as const

function Outcome({ outcome }: { outcome: ChangeOutcome | undefined }) {
  const t = useTranslations('sources')
  const refusalText = useRefusalText()
  if (!outcome) return null
  return (
    <p role="status" className="text-desk-meta text-t2">
      {'done' in outcome ? t(doneWords[outcome.done]) : null}
      {'refusal' in outcome ? refusalText(outcome.refusal) : null}
      {'unreachable' in outcome ? t('unreachable') : null}
    </p>
  )
}
