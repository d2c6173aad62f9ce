'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import type { UserView } from '#contracts/account.ts'
import type { AgencyView } from '#contracts/views.ts'
import { roles } from '#domain/permission.ts'
import { SelectField, TextField } from './field.tsx'

/** Post, role, agency and territory, as adding and changing an account ask for them. */
export function PostingFields({ agencies, user }: { agencies: AgencyView[]; user?: UserView }) {
  const [t, role] = [useTranslations('account'), useTranslations('role')]
  const [agency, setAgency] = useState(user?.agency ?? '')
  const isTerritory = agencies.find((one) => one.key === agency)?.kind === 'territory'
  return (
    <>
      <TextField
        required
        name="post"
        label={t('post')}
        placeholder={t('postHint')}
        defaultValue={user?.post}
        maxLength={40}
      />
      <SelectField name="role" label={t('role')} defaultValue={user?.role ?? 'duty'}>
        {roles.map((one) => (
          <option key={one} value={one}>
            {role(one)}
          </option>
        ))}
      </SelectField>
      <SelectField
        name="agency"
        label={t('agency')}
        value={agency}
        onChange={(event) => setAgency(event.target.value)}
      >
        <option value="">{t('noAgency')}</option>
        {agencies.map(({ key, short }) => (
          <option key={key} value={key}>
            {short}
          </option>
        ))}
      </SelectField>
      <SelectField
        key={isTerritory ? agency : 'free'}
        name="territory"
        label={t('territory')}
        defaultValue={isTerritory ? agency : (user?.territory ?? '')}
      >
        {isTerritory ? null : <option value="">{t('cityWide')}</option>}
        {agencies
          .filter(({ key, kind }) => kind === 'territory' && (!isTerritory || key === agency))
          .map(({ key, short }) => (
            <option key={key} value={key}>
              {short}
            </option>
          ))}
      </SelectField>
    </>
  )
}

/** What the fields above hold; an empty choice is null. */
export function postingIn(form: HTMLFormElement) {
  const fields = new FormData(form)
  const text = (name: string) => String(fields.get(name) ?? '').trim()
  return {
    post: text('post'),
    role: text('role') as UserView['role'],
    agency: text('agency') || null,
    territory: text('territory') || null,
  }
}
