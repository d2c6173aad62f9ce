'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ReplyView, TracksView } from '#contracts/track.ts'
import type { IncidentView } from '#contracts/views.ts'
import type { Person } from '#domain/permission.ts'
import { Button } from '#ui/primitives/button.tsx'
import { dayAndTime } from '#ui/time/day-and-time.ts'
import { Section, type Surface } from '#ui/track/section.tsx'
import { DraftDialog } from './draft-dialog.tsx'
import { ReplyDialog } from './reply-dialog.tsx'
import { Signatures } from './signatures.tsx'

/** 公开回应: every text with its state and its two signatures; the next one is drafted from what was verified. */
export function ReplyPanel({
  incident,
  tracks,
  person,
  surface,
}: {
  incident: IncidentView
  tracks: TracksView
  person: Person
  surface: Surface
}) {
  const t = useTranslations('reply')
  const [drafting, setDrafting] = useState(false)
  const [opened, setOpened] = useState<string | null>(null)
  const shown = tracks.replies.filter(({ state }) => state !== 'dropped').reverse()
  const open = tracks.replies.find(({ id }) => id === opened)
  return (
    <Section
      caption={t('title')}
      note={shown.length === 0 ? t('none') : null}
      surface={surface}
      aside={
        tracks.mayReply ? (
          <Button surface={surface} onClick={() => setDrafting(true)}>
            {t('draft')}
          </Button>
        ) : null
      }
    >
      {tracks.standing === null && shown.length === 0 ? (
        <p className="mt-2 text-desk-body text-t2 max-md:text-phone-body">{t('needsFact')}</p>
      ) : null}
      <ul className="mt-1">
        {shown.map((reply) => (
          <ReplyRow
            key={reply.id}
            reply={reply}
            outdated={isOutdated(reply, tracks)}
            surface={surface}
            open={() => setOpened(reply.id)}
          />
        ))}
      </ul>
      {drafting ? (
        <DraftDialog
          incident={incident}
          tracks={tracks}
          close={() => setDrafting(false)}
          drafted={(reply) => setOpened(reply.id)}
        />
      ) : null}
      {open ? (
        <ReplyDialog
          incidentId={incident.id}
          reply={open}
          outdated={isOutdated(open, tracks)}
          person={person}
          mayReply={tracks.mayReply}
          close={() => setOpened(null)}
        />
      ) : null}
    </Section>
  )
}

/** Drafted on facts that have been verified anew since. */
function isOutdated({ kind, verificationId, state }: ReplyView, { standing }: TracksView): boolean {
  return kind !== 'holding' && verificationId !== standing && (state === 'draft' || state === 'signed')
}

/** What stands for its state: a draft whose request waits is no draft any more to its reader. */
export function shownState({ state, release }: ReplyView): 'waiting' | ReplyView['state'] {
  return state === 'draft' && release?.state === 'waiting' ? 'waiting' : state
}

function ReplyRow({
  reply,
  outdated,
  surface,
  open,
}: {
  reply: ReplyView
  outdated: boolean
  surface: Surface
  open: () => void
}) {
  const t = useTranslations('reply')
  const { kind, place, url, publishedAt, draftedAt } = reply
  return (
    <li
      className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line py-2 text-desk-body first:border-t-0 max-md:text-phone-body"
      data-reply={kind}
    >
      <span className="min-w-0 flex-1 basis-44">
        <span className="font-semibold text-t1">{t(`kind.${kind}`)}</span>
        <span className="ml-2 text-t2">{outdated ? t('outdated') : t(`state.${shownState(reply)}`)}</span>
        <span className="block truncate text-desk-meta text-t3">
          {publishedAt ? (
            <>
              {t('where', { place: place ?? '', time: dayAndTime(publishedAt) })}{' '}
              {url ? (
                <a className="text-accent underline" href={url} rel="noreferrer noopener" target="_blank">
                  {t('url')}
                </a>
              ) : null}
            </>
          ) : (
            dayAndTime(draftedAt)
          )}
        </span>
      </span>
      <Signatures signatures={reply.signatures} size="small" />
      <Button surface={surface} onClick={open}>
        {t('read')}
      </Button>
    </li>
  )
}
