import { may, type Person } from '#domain/permission.ts'

/** The pages of the top bar, in their order; a new page is one line here and its name in `shell.nav`. */
const pages = [
  { key: 'desk', href: '/desk', action: 'see_board' },
  { key: 'tasks', href: '/tasks', action: 'see_handling' },
  { key: 'supervision', href: '/supervision', action: 'see_handling' },
  { key: 'review', href: '/review', action: 'review_posts' },
  { key: 'intake', href: '/intake', action: 'take_intake' },
  { key: 'sources', href: '/sources', action: 'see_sources' },
  { key: 'wall', href: '/wall', action: 'see_board' },
  { key: 'rules', href: '/admin/rules', action: 'manage_rules' },
  { key: 'model', href: '/admin/model', action: 'manage_rules' },
  { key: 'contacts', href: '/admin/contacts', action: 'manage_contacts' },
  { key: 'channels', href: '/admin/channels', action: 'manage_channels' },
  { key: 'users', href: '/admin/users', action: 'manage_users' },
  { key: 'keys', href: '/admin/keys', action: 'manage_api_keys' },
] as const

export type Page = { key: (typeof pages)[number]['key']; href: string }

/** What this person may open; a wall account has nothing but the wall. */
export function navigationFor(person: Person): Page[] {
  if (person.role === 'wall') return pages.filter(({ key }) => key === 'wall').map(toPage)
  return pages.filter(({ action }) => may(person, action).ok).map(toPage)
}

/** Whether a person has any page beside the wall. */
export function hasDesk(person: Person): boolean {
  return navigationFor(person).some(({ key }) => key !== 'wall')
}

/** Where a person lands after signing in. */
export function homeOf({ role }: Person): string {
  if (role === 'wall') return '/wall'
  return role === 'admin' ? '/admin/users' : '/desk'
}

function toPage({ key, href }: Page): Page {
  return { key, href }
}
