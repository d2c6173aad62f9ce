import type { ReactNode } from 'react'
import type { Person } from '#domain/permission.ts'
import { env } from '#platform/env.ts'
import { Shell } from '#ui/shell/shell.tsx'

/** The shell with what only the server knows: the realm and the time. */
export function DeskShell({
  person,
  tools,
  children,
}: {
  person: Person
  tools?: ReactNode
  children: ReactNode
}) {
  return (
    <Shell person={person} realm={env().REALM} serverAt={new Date().toISOString()} tools={tools}>
      {children}
    </Shell>
  )
}
