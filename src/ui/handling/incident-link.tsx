import Link from 'next/link'
import type { TaskIncidentView } from '#contracts/tasks.ts'
import { may, type Person } from '#domain/permission.ts'
import { GradeBadge } from '#ui/primitives/grade-badge.tsx'

/** Which incident a line of a list belongs to; a link for those who may open it. */
export function IncidentLink({ incident, person }: { incident: TaskIncidentView; person: Person }) {
  const opens = may(person, 'see_incident', { route: incident.route }).ok
  const words = (
    <>
      <GradeBadge grade={incident.grade} size={24} />
      <span className="min-w-0">
        <span className="block truncate text-t1">
          {incident.place} {incident.headline}
        </span>
        <span className="block text-desk-meta text-t3">{incident.number}</span>
      </span>
    </>
  )
  const look = 'flex min-w-0 items-center gap-2 max-md:min-h-12'
  return opens ? (
    <Link href={`/desk?incident=${incident.id}`} className={`${look} hover:underline`}>
      {words}
    </Link>
  ) : (
    <span className={look}>{words}</span>
  )
}
