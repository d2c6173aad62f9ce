import { describe, expect, it } from 'vitest'
import { type BookedPost, reachesBy } from './reach.ts'

const book: BookedPost[] = [
  { agency: 'xcb', rung: 'duty', reachable: false },
  { agency: 'xcb', rung: 'substitute', reachable: true },
  { agency: 'xcb', rung: 'section_head', reachable: false },
  { agency: 'rsj', rung: 'office', reachable: true },
  { agency: null, rung: 'group_leader', reachable: true },
]

describe('whom a rung reaches, by the contact book', () => {
  it.each([
    ['the substitute, when the duty officer has no address', 'xcb', 0, 'somebody'],
    ['nobody, when the section head has none', 'xcb', 1, 'nobody'],
    ['the office of 人社局, which stands on every agency’s third rung', 'xcb', 2, 'somebody'],
    ['nobody, when no leader is in the book', 'xcb', 3, 'nobody'],
    ['what is not known, where no book is kept', 'zfw', 0, 'unknown'],
  ] as const)('%s', (_, agency, rung, reach) => {
    expect(reachesBy(book)(agency, rung)).toBe(reach)
  })
})
