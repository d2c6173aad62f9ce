/** The window event by which the log's reader tells the list of calls that one has come. */
export const noticeCame = 'anxin-notice-came'

export function announceNotice(): void {
  window.dispatchEvent(new Event(noticeCame))
}
