'use client'

import { useTranslations } from 'use-intl/react'
import type { RegisterFilters, RegisterView } from '#contracts/register.ts'
import type { AgencyView } from '#contracts/views.ts'
import { may, type Person } from '#domain/permission.ts'
import { useKeys } from '#ui/desk/use-keys.ts'
import { DrillMark } from '#ui/incident/drill-mark.tsx'
import { Panel } from '#ui/incident/panel.tsx'
import { LiveQueries } from '#ui/live/live-queries.tsx'
import { Button, buttonLook } from '#ui/primitives/button.tsx'
import { useNow } from '#ui/time/use-now.ts'
import { addressOf } from './register-address.ts'
import { RegisterFilterBar } from './register-filter-bar.tsx'
import { rowMark } from './register-row.tsx'
import { RegisterTable } from './register-table.tsx'
import { RegisterTabs } from './register-tabs.tsx'
import { useRegister, useRegisterFilters } from './use-register.ts'

type Given = {
  initial: RegisterView
  filters: RegisterFilters
  agencies: AgencyView[]
  person: Person
  drill: boolean
}

/** 事件台账: every incident the reader may see, open, closed or merged away; what is filtered stands in the address. */
export function RegisterPage(given: Given) {
  return (
    <LiveQueries>
      <DrillMark value={given.drill}>
        <Register {...given} />
      </DrillMark>
    </LiveQueries>
  )
}

function Register({ initial, filters: asked, agencies, person }: Given) {
  const t = useTranslations('register')
  const { filters, narrow } = useRegisterFilters(asked)
  const { rows, counts, at, failed, more, busy } = useRegister(filters, { filters: asked, view: initial })
  const now = useNow(at)
  useRowKeys(more)
  return (
    <div className="mx-auto flex w-full max-w-[1680px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        {may(person, 'export_register').ok ? (
          <a href={`/api/register?${addressOf(filters)}`} download className={buttonLook({})}>
            {t('export')}
          </a>
        ) : null}
      </header>
      <RegisterFilterBar filters={filters} counts={counts} agencies={agencies} narrow={narrow} />
      <Panel
        caption={t('shown', { count: counts?.shown ?? rows.length })}
        note={counts && counts.elsewhere > 0 ? t('elsewhere', { count: counts.elsewhere }) : null}
        aside={<RegisterTabs filters={filters} counts={counts} narrow={narrow} />}
      >
        {failed ? <p className="mt-2 text-desk-body font-semibold text-t1">{t('unread')}</p> : null}
        {rows.length === 0 ? (
          <p className="mt-3 text-desk-body text-t2">{t('none')}</p>
        ) : (
          <RegisterTable rows={rows} agencies={agencies} now={now} sort={filters.sort} narrow={narrow} />
        )}
        {more ? (
          <Button className="mt-3 max-md:h-12 max-md:w-full" busy={busy} onClick={more}>
            {t('more')}
          </Button>
        ) : null}
      </Panel>
    </div>
  )
}

/** J K move from row to row, Enter opens the one in focus, / goes to the search. */
function useRowKeys(more: (() => void) | null): void {
  const move = (by: 1 | -1) => {
    const rows = [...document.querySelectorAll<HTMLElement>(`[${rowMark}]`)]
    const at = rows.indexOf(document.activeElement as HTMLElement)
    const next = rows[at < 0 ? 0 : at + by]
    next?.focus()
    if (!next && by === 1) more?.()
  }
  useKeys({
    j: () => move(1),
    k: () => move(-1),
    '/': () => document.querySelector<HTMLInputElement>('[data-register-search]')?.focus(),
  })
}
