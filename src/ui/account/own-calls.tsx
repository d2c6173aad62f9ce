'use client'

import { type FormEvent, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { saveOwnCalls, tryOwnCall } from '#actions/contacts.ts'
import type { OwnCallsView } from '#contracts/contacts.ts'
import { CallOrder, callOrderIn } from '#ui/contacts/call-order.tsx'
import { useAct } from '#ui/handling/use-act.ts'
import { Button } from '#ui/primitives/button.tsx'
import { useRefresh } from '#ui/shell/refresh.ts'

const tile = 'rounded-tile bg-s1 px-4 py-4 outline-1 -outline-offset-1 outline-tile-edge'

/** In which order and when not the signed-in officer is called; by what is kept by the office. */
export function OwnCalls({ posts }: { posts: OwnCallsView[] }) {
  const t = useTranslations('calls')
  if (posts.length > 0) return posts.map((post) => <OwnPost key={post.contactId} post={post} />)
  return (
    <section className={tile}>
      <h2 className="text-desk-title font-bold">{t('title')}</h2>
      <p className="mt-2 text-desk-body text-t2">{t('none')}</p>
    </section>
  )
}

function OwnPost({ post }: { post: OwnCallsView }) {
  const [t, rung] = [useTranslations('calls'), useTranslations('paging.rung')]
  const refresh = useRefresh()
  const [saved, setSaved] = useState(false)
  const { busy, answer, act } = useAct()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const order = callOrderIn(new FormData(event.currentTarget))
    setSaved(false)
    const done = await act('save', () => saveOwnCalls({ contactId: post.contactId, ...order }))
    setSaved(done)
    if (done) refresh()
  }
  return (
    <section className={tile}>
      <h2 className="text-desk-title font-bold">
        {t('title')}
        <span className="ml-3 text-desk-body font-normal text-t2">
          {post.post} {rung(post.rung)}
        </span>
      </h2>
      <p className="mt-1 text-desk-body text-t2">{t('note')}</p>
      <Ways post={post} />
      <form onSubmit={submit} className="mt-4 flex flex-col gap-4 border-t border-line pt-4">
        <CallOrder rules={post.rules} quiet={post.quiet} />
        <p role={answer ? 'alert' : 'status'} className="text-desk-body font-semibold empty:hidden">
          {answer ?? (saved ? t('saved') : null)}
        </p>
        <Button
          type="submit"
          variant="primary"
          className="h-9 self-start max-md:h-12 max-md:w-full"
          busy={busy === 'save'}
        >
          {t('save')}
        </Button>
      </form>
    </section>
  )
}

function Ways({ post: { contactId, ways } }: { post: OwnCallsView }) {
  const [t, channel] = [useTranslations('calls'), useTranslations('paging.channel')]
  const [tried, setTried] = useState<string | null>(null)
  const { busy, answer, act } = useAct()
  const test = async (one: OwnCallsView['ways'][number]['channel']) => {
    setTried(null)
    if (await act(one, () => tryOwnCall({ contactId, channel: one }))) setTried(one)
  }
  const stateWords = ({ channel: one, state, ending }: OwnCallsView['ways'][number]) => {
    if (tried === one) return t('tried')
    return ending && state === 'ready' ? t('ending', { ending }) : t(`way.${state}`)
  }
  return (
    <div className="mt-4">
      <h3 className="text-desk-head font-semibold">{t('ways')}</h3>
      <ul className="mt-1 grid gap-x-6 sm:grid-cols-2">
        {ways.map((way) => (
          <li
            key={way.channel}
            className="flex min-h-10 items-center gap-3 border-t border-line py-1 text-desk-body"
          >
            <span className="w-20 flex-none font-medium">{channel(way.channel)}</span>
            <span className={`min-w-0 flex-1 ${way.state === 'ready' ? 'text-t2' : 'text-t3'}`}>
              {stateWords(way)}
            </span>
            {way.state === 'ready' && way.channel !== 'in_app' ? (
              <Button
                className="max-md:h-12"
                busy={busy === way.channel}
                onClick={() => void test(way.channel)}
              >
                {t('try')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {answer ? (
        <p role="alert" className="mt-2 text-desk-body font-semibold">
          {answer}
        </p>
      ) : null}
      <p className="mt-2 text-desk-meta text-t3">{t('office')}</p>
    </div>
  )
}
