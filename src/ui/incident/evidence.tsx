'use client'

import clsx from 'clsx'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { IncidentDetailView } from '#contracts/incident-detail.ts'
import type { PostView } from '#contracts/post-view.ts'
import { EvidenceText } from '#ui/primitives/evidence-text.tsx'
import { clockSeconds } from '#ui/time/shanghai.ts'
import { JoinReasons } from './join-reasons.tsx'
import { Panel } from './panel.tsx'
import { shownSpans } from './shown-spans.ts'

/** The masked posts with what was read in them, and why they stand together. */
export function Evidence({
  detail,
  split = null,
}: {
  detail: IncidentDetailView
  /** Takes one post out into an incident of its own; null where the reader may not. */
  split?: ((postId: string) => void) | null
}) {
  const t = useTranslations('incident')
  const [reasons, setReasons] = useState(false)
  const { posts, textHidden } = detail
  const toggle = (
    <button
      type="button"
      aria-expanded={reasons}
      onClick={() => setReasons(!reasons)}
      className="unbroken text-desk-body text-accent underline underline-offset-4"
    >
      {posts.length > 1 ? t('joinReasons', { count: posts.length }) : t('joinReason')}
    </button>
  )
  return (
    <Panel caption={t('evidence')} note={t('evidenceNote')} aside={posts.length > 0 ? toggle : null}>
      {textHidden ? <p className="mt-2 text-desk-body text-t2">{t('textHidden')}</p> : null}
      {reasons ? <JoinReasons posts={posts} /> : null}
      <ul className="mt-1">
        {posts.map((post) => (
          <EvidenceRow key={post.id} post={post} split={posts.length > 1 ? split : null} />
        ))}
      </ul>
    </Panel>
  )
}

function EvidenceRow({ post, split }: { post: PostView; split: ((postId: string) => void) | null }) {
  const field = useTranslations('incident.field')
  const at = post.publishedAt ?? post.receivedAt
  return (
    <li className="grid gap-x-4 border-t border-line pt-1 pb-2 sm:grid-cols-[72px_1fr]">
      <p className="text-desk-meta leading-[1.35] text-t2 sm:pt-4">
        <SourceName post={post} />
        <time dateTime={at} className="ml-2 sm:ml-0 sm:block">
          {clockSeconds(at)}
        </time>
      </p>
      <div className="flex min-w-0 items-start gap-3">
        <div className="min-w-0 flex-1">
          <EvidenceText
            body={post.body}
            spans={shownSpans(post.spans)}
            fieldName={(name) => field(name)}
            surface="desk"
          />
        </div>
        {split ? <SplitButton split={() => split(post.id)} /> : null}
      </div>
    </li>
  )
}

/** Asks once: a second press splits, leaving the button forgets the first. */
function SplitButton({ split }: { split: () => void }) {
  const t = useTranslations('incident.regroup')
  const [asked, setAsked] = useState(false)
  return (
    <button
      type="button"
      className={clsx(
        'unbroken mt-4 text-desk-meta underline underline-offset-4',
        asked ? 'font-semibold text-t1' : 'text-accent',
      )}
      onBlur={() => setAsked(false)}
      onClick={() => (asked ? split() : setAsked(true))}
    >
      {asked ? t('splitAsk') : t('split')}
    </button>
  )
}

/** The name leads to the original where there is one; we keep no copy of who wrote it. */
function SourceName({ post }: { post: PostView }) {
  if (!post.url || !/^https?:/i.test(post.url)) return <span>{post.sourceName}</span>
  return (
    <a href={post.url} target="_blank" rel="noreferrer noopener" className="underline underline-offset-2">
      {post.sourceName}
    </a>
  )
}
