import { may, type Person } from '#domain/permission.ts'

/**
 * The pages in their order; a new page is one line here and its name in `shell.nav`.
 * Settings are opened rarely and stand in the menu of the account, so that the bar keeps its room for the shift.
 */
const pages = [
  { key: 'desk', href: '/desk', action: 'see_board' },
  { key: 'register', href: '/incidents', action: 'see_handling' },
  { key: 'tasks', href: '/tasks', action: 'see_handling' },
  { key: 'supervision', href: '/supervision', action: 'see_handling' },
  { key: 'reports', href: '/reports', action: 'see_reports' },
  { key: 'review', href: '/review', action: 'review_posts' },
  { key: 'intake', href: '/intake', action: 'take_intake' },
  { key: 'sources', href: '/sources', action: 'see_sources' },
  { key: 'wall', href: '/wall', action: 'see_board' },
  { key: 'rules', href: '/admin/rules', action: 'manage_rules', settings: true },
  { key: 'model', href: '/admin/model', action: 'manage_rules', settings: true },
  { key: 'shifts', href: '/admin/shifts', action: 'see_roster', settings: true },
  { key: 'contacts', href: '/admin/contacts', action: 'manage_contacts', settings: true },
  { key: 'channels', href: '/admin/channels', action: 'manage_channels', settings: true },
  { key: 'users', href: '/admin/users', action: 'manage_users', settings: true },
  { key: 'keys', href: '/admin/keys', action: 'manage_api_keys', settings: true },
] as const

export type Page = { key: (typeof pages)[number]['key']; href: string; settings: boolean }

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

function toPage(page: (typeof pages)[number]): Page {
  return { key: page.key, href: page.href, settings: 'settings' in page }
}
