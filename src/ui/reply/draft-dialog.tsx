'use client'

import { useTranslations } from 'use-intl/react'
import { draftReply } from '#actions/tracks.ts'
import type { ReplyView, TracksView } from '#contracts/track.ts'
import type { IncidentView } from '#contracts/views.ts'
import { type ReplyKind, replyKinds } from '#domain/reply/reply.ts'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { Words } from '#ui/track/finding-rows.tsx'

/** Which text, and what the template does not say; the draft opens for reading at once. */
export function DraftDialog({
  incident,
  tracks,
  close,
  drafted,
}: {
  incident: IncidentView
  tracks: TracksView
  close: () => void
  drafted: (reply: ReplyView) => void
}) {
  const t = useTranslations('reply')
  const send = async (fields: FormData) => {
    const answer = await draftReply({
      incidentId: incident.id,
      kind: lineIn(fields, 'kind') as ReplyKind,
      addition: lineIn(fields, 'addition') || null,
      withGuidance: fields.get('guidance') !== null,
    })
    if (answer.ok) drafted(answer.value)
    return answer
  }
  return (
    <FormDialog
      title={`${t('title')} ${incident.number}`}
      note={t('from')}
      submitWords={t('make')}
      send={send}
      close={close}
    >
      <Field label={t('which')}>
        <select name="kind" defaultValue={likely(tracks)} className={fieldLook}>
          {replyKinds.map((kind) => (
            <option key={kind} value={kind}>
              {t(`kind.${kind}`)}
            </option>
          ))}
        </select>
      </Field>
      <Words name="addition" label={t('addition')} hint={t('additionHint')} />
      <label className="flex min-h-8 items-center gap-2 text-desk-body max-md:min-h-12">
        <input type="checkbox" name="guidance" defaultChecked />
        {t('guidance')}
      </label>
    </FormDialog>
  )
}

/** What comes next on the online track, by what is verified and what is out. */
function likely({ verifications, standing, replies }: TracksView): ReplyKind {
  const verified = verifications.find(({ id }) => id === standing)
  if (!verified) return 'holding'
  if (verified.outcome === 'untrue') return 'clarification'
  const told = replies.some(
    ({ kind, state }) => kind === 'facts' && (state === 'published' || state === 'answered'),
  )
  return told ? 'final' : 'facts'
}
