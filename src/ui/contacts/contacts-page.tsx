'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { ContactBookView, ContactView } from '#contracts/contacts.ts'
import type { AgencyView } from '#contracts/views.ts'
import { Button } from '#ui/primitives/button.tsx'
import { AgencyContacts } from './agency-contacts.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { TestCallDialog } from './test-call-dialog.tsx'

type Editing = ContactView | { agency: string | null } | null

/** The contact book by agency and rung, so that an empty rung is seen before it is needed. */
export function ContactsPage({ book, agencies }: { book: ContactBookView; agencies: AgencyView[] }) {
  const t = useTranslations('contacts')
  const [editing, setEditing] = useState<Editing>(null)
  const [testing, setTesting] = useState<ContactView | null>(null)
  const of = (agency: string | null) => book.contacts.filter((one) => one.agency === agency)
  const kept = agencies.filter(({ key, firstLine }) => firstLine !== null || of(key).length > 0)
  return (
    <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-2">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        <p className="text-desk-head text-t3">{t('count', { count: book.contacts.length })}</p>
        <p className="min-w-0 flex-1 text-desk-head text-t3">{t('note')}</p>
        <Button
          variant="primary"
          className="max-md:h-12 max-md:w-full"
          onClick={() => setEditing({ agency: agencies[0]?.key ?? null })}
        >
          {t('add')}
        </Button>
      </header>
      <AgencyContacts
        name={t('group')}
        contacts={of(null)}
        rungs={['group_leader']}
        edit={setEditing}
        test={setTesting}
      />
      <div className="grid items-start gap-3 xl:grid-cols-2">
        {kept.map(({ key, short }) => (
          <AgencyContacts key={key} name={short} contacts={of(key)} edit={setEditing} test={setTesting} />
        ))}
      </div>
      {editing ? (
        <ContactDialog
          key={'id' in editing ? editing.id : 'new'}
          contact={'id' in editing ? editing : null}
          users={book.users}
          agencies={agencies}
          close={() => setEditing(null)}
        />
      ) : null}
      {testing ? <TestCallDialog contact={testing} close={() => setTesting(null)} /> : null}
    </div>
  )
}
