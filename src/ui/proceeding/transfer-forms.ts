import type { ProceedingsView, TransferView } from '#contracts/proceedings.ts'

export type TransferForm =
  | 'serve_order'
  | 'hand_over_decided'
  | 'not_handed_over'
  | 'hand_over'
  | 'filed'
  | 'refused'
  | 'object'
  | 'end'

/** What this reader may do next; the server decides again. */
export function movesOpen({ state }: TransferView, may: ProceedingsView['may']): TransferForm[] {
  const own = (open: boolean, ...forms: TransferForm[]) => (open ? forms : [])
  switch (state) {
    case 'checked':
      return [...own(may.transfer, 'serve_order'), ...own(may.decide, 'end')]
    case 'ordered':
      return own(may.decide, 'hand_over_decided', 'not_handed_over')
    case 'decided':
      return [...own(may.transfer, 'hand_over'), ...own(may.decide, 'end')]
    case 'handed_over':
    case 'objected':
      return own(may.reply, 'filed', 'refused')
    case 'refused':
      return [...own(may.transfer, 'object'), ...own(may.decide, 'end')]
    case 'filed':
    case 'ended':
      return []
  }
}
