'use client'

import { useTranslations } from 'use-intl/react'
import type { ContactView } from '#contracts/contacts.ts'
import type { ContactRung } from '#domain/contact/contact-rung.ts'
import { addressedChannels } from '#domain/paging/channel-kind.ts'
import { Button } from '#ui/primitives/button.tsx'
import { clockMinutes, shanghai } from '#ui/time/shanghai.ts'

const ladder: ContactRung[] = ['duty', 'substitute', 'section_head', 'deputy', 'leader']

/** One agency's posts by rung; a rung nobody stands on says so. */
export function AgencyContacts({
  name,
  contacts,
  rungs = ladder,
  edit,
  test,
}: {
  name: string
  contacts: ContactView[]
  rungs?: ContactRung[]
  edit: (contact: ContactView) => void
  test: (contact: ContactView) => void
}) {
  const t = useTranslations('contacts')
  const rung = useTranslations('paging.rung')
  const shown = [...rungs, ...(contacts.some((one) => one.rung === 'office') ? (['office'] as const) : [])]
  return (
    <section className="min-w-0 rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge">
      <h2 className="text-desk-head font-semibold">{name}</h2>
      <ul>
        {shown.flatMap((one) => {
          const here = contacts.filter((contact) => contact.rung === one)
          if (here.length > 0) {
            return here.map((contact) => <Row key={contact.id} contact={contact} edit={edit} test={test} />)
          }
          return (
            <li
              key={one}
              className="flex gap-3 border-b border-line py-2 text-desk-body text-t3 last:border-0"
            >
              <span className="w-24 flex-none">{rung(one)}</span>
              <span>{t('emptyRung')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Row({
  contact,
  edit,
  test,
}: {
  contact: ContactView
  edit: (contact: ContactView) => void
  test: (contact: ContactView) => void
}) {
  const t = useTranslations('contacts')
  const [rung, channel] = [useTranslations('paging.rung'), useTranslations('paging.channel')]
  const set = addressedChannels.filter((one) => contact.addresses[one])
  return (
    <li className="grid grid-cols-[6rem_1fr_auto] items-start gap-x-3 gap-y-1 border-b border-line py-2 text-desk-body last:border-0 max-md:grid-cols-[1fr_auto]">
      <span className="text-t2 max-md:col-span-2">{rung(contact.rung)}</span>
      <span className="min-w-0">
        <span className="font-medium">{contact.post}</span>
        {contact.username ? <span className="ml-2 text-desk-meta text-t3">{contact.username}</span> : null}
        <span className="mt-0.5 flex flex-wrap gap-x-3 text-desk-meta text-t2">
          {contact.reachable ? null : <span className="font-semibold text-t1">{t('unreachable')}</span>}
          {set.map((one) => (
            <span key={one} className="unbroken">
              {channel(one)} {contact.addresses[one]}
            </span>
          ))}
        </span>
        <LastTest contact={contact} />
      </span>
      <span className="flex gap-2">
        <Button className="max-md:h-12" onClick={() => test(contact)}>
          {t('tests')}
        </Button>
        <Button className="max-md:h-12" onClick={() => edit(contact)}>
          {t('edit')}
        </Button>
      </span>
    </li>
  )
}

function LastTest({ contact: { tests } }: { contact: ContactView }) {
  const [t, time, channel] = [
    useTranslations('contacts'),
    useTranslations('time'),
    useTranslations('paging.channel'),
  ]
  const [last] = tests
  if (!last) return <span className="text-desk-meta text-t3">{t('testNone')}</span>
  const { month, day } = shanghai(last.at)
  const when = `${time('date', { month, day })} ${clockMinutes(last.at)}`
  return (
    <span className="text-desk-meta text-t3">
      {[t('tests'), when, channel(last.channel), t(`outcome.${last.outcome}`), last.note]
        .filter(Boolean)
        .join(' ')}
    </span>
  )
}
