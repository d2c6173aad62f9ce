'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { KeyHint } from '#ui/primitives/key-hint.tsx'

const Search = createContext<{ typed: string; type: (text: string) => void }>({ typed: '', type: () => {} })

/** What is searched stands in the top bar and filters the queue below it; both share it through here. */
export function DeskSearch({ children }: { children: ReactNode }) {
  const [typed, type] = useState('')
  return <Search value={{ typed, type }}>{children}</Search>
}

export function useDeskSearch() {
  return useContext(Search)
}

/** Marks the field that the key / goes to. */
export const searchFieldMark = 'data-desk-search'

export function SearchField({ className }: { className?: string }) {
  const t = useTranslations('desk')
  const { typed, type } = useDeskSearch()
  return (
    <search className={className}>
      <label className="flex h-full items-center gap-2 rounded-control border border-line2 bg-s1 px-3 text-desk-body focus-within:outline-2 focus-within:outline-accent">
        <input
          type="search"
          {...{ [searchFieldMark]: '' }}
          value={typed}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            type('')
            event.currentTarget.blur()
          }}
          placeholder={t('search')}
          aria-label={t('search')}
          className="min-w-0 flex-1 bg-transparent text-t1 outline-none placeholder:text-t3"
        />
        <span className="text-t3 max-md:hidden">
          <KeyHint>/</KeyHint>
        </span>
      </label>
    </search>
  )
}
