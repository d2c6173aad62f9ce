'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { approveRelease, askRelease } from '#actions/releases.ts'
import { dropReply } from '#actions/tracks.ts'
import type { ReplyView } from '#contracts/track.ts'
import type { Person } from '#domain/permission.ts'
import { signingUnits } from '#domain/release/release.ts'
import type { Result } from '#domain/result.ts'
import { DetailDialog } from '#ui/handling/detail-dialog.tsx'
import { useAct } from '#ui/handling/use-act.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { PlaceDialog } from './place-dialog.tsx'
import { Signatures } from './signatures.tsx'

/** The whole text with its two signature boxes, and what can be done with it next. */
export function ReplyDialog(given: {
  incidentId: string
  reply: ReplyView
  outdated: boolean
  person: Person
  mayReply: boolean
  close: () => void
}) {
  const { reply, outdated, mayReply, close } = given
  const t = useTranslations('reply')
  const [name, setName] = useState('')
  const [placing, setPlacing] = useState<'publish' | 'answer' | null>(null)
  const { busy, answer, act } = useAct()
  const sign = useSign(given, name)
  if (placing) return <PlaceDialog reply={reply} way={placing} close={close} />
  const known = { replyId: reply.id, version: reply.version }
  const isOpen = reply.state === 'draft' || reply.state === 'signed'
  return (
    <DetailDialog
      title={`${t(`kind.${reply.kind}`)}${isOpen ? ` · ${t('draftMark')}` : ''}`}
      note={outdated ? t('outdated') : t('from')}
      answer={answer}
      close={close}
      acts={
        mayReply ? (
          <>
            {isOpen ? (
              <Button
                className="max-md:h-12"
                busy={busy === 'drop'}
                onClick={async () => (await act('drop', () => dropReply(known))) && close()}
              >
                {t('drop')}
              </Button>
            ) : null}
            {reply.state === 'draft' && reply.kind !== 'clarification' && !outdated ? (
              <Button className="max-md:h-12" onClick={() => setPlacing('answer')}>
                {t('answer')}
              </Button>
            ) : null}
            {sign && !outdated ? (
              <Button
                className="max-md:h-12"
                variant="primary"
                busy={busy === 'sign'}
                onClick={() => void act('sign', sign.send)}
              >
                {t(sign.words)}
              </Button>
            ) : null}
            {reply.state === 'signed' && !outdated ? (
              <Button className="max-md:h-12" variant="primary" onClick={() => setPlacing('publish')}>
                {t('publish')}
              </Button>
            ) : null}
          </>
        ) : null
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the dialog opens at the text's beginning, not at the field below it */}
      <div tabIndex={0} className="rounded-control bg-s2 px-4 py-3 outline-none">
        <h3 className="text-desk-head font-semibold">{reply.title}</h3>
        <p className="mt-2 text-desk-body leading-[1.8] whitespace-pre-line max-md:text-phone-body">
          {reply.body}
        </p>
      </div>
      <Signatures signatures={reply.signatures} size="full" />
      {sign && !outdated ? (
        <Field
          label={t('sign.name')}
          value={name}
          maxLength={20}
          autoComplete="off"
          onChange={(event) => setName(event.target.value)}
        />
      ) : null}
    </DetailDialog>
  )
}

/** The signature this officer can give now: the first asks the other unit, the second lets the text go. */
function useSign(
  { incidentId, reply, person, mayReply }: Parameters<typeof ReplyDialog>[0],
  name: string,
): { words: 'sign.first' | 'sign.second'; send: () => Promise<Result<unknown>> } | null {
  const signedName = name.trim() || null
  if (!mayReply || reply.state !== 'draft' || !signingUnits.includes(person.agency ?? '')) return null
  const { release } = reply
  if (release?.state !== 'waiting') {
    const payload = { replyId: reply.id }
    return {
      words: 'sign.first',
      send: () => askRelease({ kind: 'public_reply', incidentId, payload, signedName }),
    }
  }
  if (reply.signatures.some(({ agency }) => agency === person.agency)) return null
  const { id: releaseId, version } = release
  return { words: 'sign.second', send: () => approveRelease({ releaseId, version, signedName }) }
}
