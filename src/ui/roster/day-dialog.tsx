'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { saveRoster } from '#actions/roster.ts'
import type { RosterView } from '#contracts/roster.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field, fieldLook } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useRefresh } from '#ui/shell/refresh.ts'
import { clockMinutes } from '#ui/time/shanghai.ts'
import { useDayWords } from './roster-words.ts'

type Written = { key: number; from: string; to: string; dutyId: string; substituteId: string | null }
type Post = { id: string; post: string }

/** One agency's day of the roster, written anew as a whole. */
export function DayDialog({
  agency,
  day,
  roster,
  agencies,
  close,
}: {
  agency: string
  day: string
  roster: RosterView
  agencies: AgencyView[]
  close: () => void
}) {
  const t = useTranslations('roster')
  const [refresh, dayWords] = [useRefresh(), useDayWords()]
  const posts = roster.posts.filter((one) => one.agency === agency)
  const [turns, setTurns] = useState<Written[]>(() => standing(roster, agency, day))
  const change = (key: number, part: Partial<Written>) =>
    setTurns(turns.map((one) => (one.key === key ? { ...one, ...part } : one)))
  const add = () => setTurns([...turns, nextTurn(turns, roster, posts)])
  const send = async (fields: FormData) => {
    const written = turns.map(({ key: _, ...turn }) => turn)
    const days = [{ agency, day, turns: written }]
    const saved = await saveRoster({ days, why: lineIn(fields, 'why'), basedOn: roster.version })
    if (saved.ok) refresh()
    return saved
  }
  const name = agencies.find(({ key }) => key === agency)?.short ?? agency
  return (
    <FormDialog title={`${name} ${dayWords(day)}`} submitWords={t('save')} send={send} close={close}>
      {posts.length === 0 ? <p className="text-desk-body text-t2">{t('noPosts')}</p> : null}
      {turns.length === 0 ? <p className="text-desk-body text-t2">{t('noTurns')}</p> : null}
      {turns.map((one) => (
        <TurnFields
          key={one.key}
          turn={one}
          posts={posts}
          change={(part) => change(one.key, part)}
          remove={() => setTurns(turns.filter(({ key }) => key !== one.key))}
        />
      ))}
      {posts.length > 0 && turns.length < 6 ? (
        <Button className="self-start max-md:h-12" onClick={add}>
          {t('addTurn')}
        </Button>
      ) : null}
      <Field required label={t('why')} hint={t('whyHint')} name="why" minLength={2} maxLength={200} />
    </FormDialog>
  )
}

function TurnFields({
  turn,
  posts,
  change,
  remove,
}: {
  turn: Written
  posts: Post[]
  change: (part: Partial<Written>) => void
  remove: () => void
}) {
  const t = useTranslations('roster')
  const time = (part: 'from' | 'to') => ({
    type: 'time',
    required: true,
    value: turn[part],
    onChange: (event: { target: HTMLInputElement }) => change({ [part]: event.target.value }),
  })
  return (
    <fieldset className="grid grid-cols-2 gap-3 rounded-control border border-line p-3">
      <Field label={t('fromClock')} {...time('from')} />
      <Field label={t('toClock')} {...time('to')} />
      <Field label={t('duty')}>
        <PostSelect posts={posts} value={turn.dutyId} choose={(dutyId) => change({ dutyId })} />
      </Field>
      <Field label={t('substituteField')}>
        <PostSelect
          posts={posts}
          value={turn.substituteId ?? ''}
          none={t('noSubstitute')}
          choose={(id) => change({ substituteId: id || null })}
        />
      </Field>
      <Button className="col-span-2 justify-self-end max-md:h-12" onClick={remove}>
        {t('removeTurn')}
      </Button>
    </fieldset>
  )
}

function PostSelect({
  posts,
  value,
  none,
  choose,
}: {
  posts: Post[]
  value: string
  none?: string
  choose: (id: string) => void
}) {
  return (
    <select className={fieldLook} value={value} onChange={(event) => choose(event.target.value)}>
      {none === undefined ? null : <option value="">{none}</option>}
      {posts.map(({ id, post }) => (
        <option key={id} value={id}>
          {post}
        </option>
      ))}
    </select>
  )
}

function standing({ turns, posts }: RosterView, agency: string, day: string): Written[] {
  const inBook = (id: string | null) => posts.some((one) => one.id === id)
  return turns
    .filter((one) => one.agency === agency && one.day === day)
    .map(({ startsAt, endsAt, dutyId, substituteId }, key) => ({
      ...{ key, from: clockMinutes(startsAt), to: clockMinutes(endsAt) },
      // Who has left the book cannot be on; somebody else of the agency is proposed.
      dutyId: inBook(dutyId) ? dutyId : (posts.find((one) => one.agency === agency)?.id ?? ''),
      substituteId: inBook(substituteId) ? substituteId : null,
    }))
}

/** Proposes the first shift of the house that nobody has on this day. */
function nextTurn(turns: Written[], { hours }: RosterView, posts: Post[]): Written {
  const free = hours.shifts.find(({ from }) => turns.every((one) => one.from !== from)) ?? hours.shifts[0]
  const key = 1 + Math.max(-1, ...turns.map((one) => one.key))
  return { key, from: free?.from ?? '', to: free?.to ?? '', dutyId: posts[0]?.id ?? '', substituteId: null }
}
