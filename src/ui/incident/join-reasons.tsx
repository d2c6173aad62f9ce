'use client'

import { useMessages, useTranslations } from 'use-intl/react'
import type { PostView } from '#contracts/post-view.ts'
import { clockSeconds } from '#ui/time/shanghai.ts'

/** Source by source: why it was joined, and which rules flagged it. */
export function JoinReasons({ posts }: { posts: PostView[] }) {
  const t = useTranslations('rule')
  const say = useRuleWords()
  return (
    <ol className="mt-2 mb-3 flex flex-col gap-2 rounded-control bg-s2 px-3 py-2 text-desk-body">
      {posts.map((post, index) => (
        <li key={post.id} className="grid gap-x-3 sm:grid-cols-[72px_1fr]">
          <span className="text-desk-meta leading-[1.7] text-t2">
            {post.sourceName} <span className="sm:block">{clockSeconds(post.receivedAt)}</span>
          </span>
          <span>
            {index === 0 && post.joinReason.rule === 'nothing_alike'
              ? t('join_first')
              : say('join', post.joinReason.rule, post.joinReason.facts)}
            <span className="block text-desk-meta text-t2">
              {[t(`label.${post.label}`), ...flagRules(post).map((rule) => say('flag', rule, {}))].join(
                t('join_mark'),
              )}
            </span>
          </span>
        </li>
      ))}
    </ol>
  )
}

function flagRules({ spans }: PostView): string[] {
  return [...new Set(spans.flatMap(({ rule }) => (rule ? [rule] : [])))]
}

/** The sentence of a rule; a rule without one is named, not hidden. */
function useRuleWords() {
  const known = useMessages().rule as Record<'join' | 'flag', Record<string, string>>
  const translate = useTranslations('rule') as unknown as (
    key: string,
    blanks: Record<string, string | number>,
  ) => string
  return (kind: 'join' | 'flag', rule: string, facts: Record<string, string | number>) =>
    rule in known[kind] ? translate(`${kind}.${rule}`, facts) : rule
}
