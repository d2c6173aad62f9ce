import type { TakeIntakeInput } from '#contracts/commands.ts'

export type IntakeChannel = TakeIntakeInput['channel']

/** The form as typed. */
export type TypedIntake = {
  channel: IntakeChannel
  text: string
  place: string
  employer: string
  workers: string
  amountYuan: string
}

export const blankIntake: TypedIntake = {
  channel: '12345',
  text: '',
  place: '',
  employer: '',
  workers: '',
  amountYuan: '',
}

export type WrongField = 'text' | 'workers' | 'amountYuan'

/** What may be sent, or which fields cannot be read. */
export function readIntake(
  typed: TypedIntake,
  formId: string,
): { ok: true; input: TakeIntakeInput } | { ok: false; wrong: WrongField[] } {
  const workers = readCount(typed.workers)
  const amountYuan = readYuan(typed.amountYuan)
  const wrong: WrongField[] = []
  if (typed.text.trim().length < 2) wrong.push('text')
  if (workers === 'unreadable') wrong.push('workers')
  if (amountYuan === 'unreadable') wrong.push('amountYuan')
  if (wrong.length > 0 || workers === 'unreadable' || amountYuan === 'unreadable') return { ok: false, wrong }
  const { channel, text, place, employer } = typed
  return { ok: true, input: { formId, channel, text, place, employer, workers, amountYuan } }
}

function readCount(typed: string): number | null | 'unreadable' {
  const bare = typed.normalize('NFKC').replace(/[\s,人]/g, '')
  if (bare === '') return null
  return /^[1-9]\d{0,5}$/.test(bare) ? Number(bare) : 'unreadable'
}

/** 654000, 65.4万 and 65.4 万元 mean the same. */
function readYuan(typed: string): number | null | 'unreadable' {
  const bare = typed.normalize('NFKC').replace(/[\s,元¥]/g, '')
  if (bare === '') return null
  const found = /^(\d{1,10}(?:\.\d{1,4})?)(万|亿)?$/.exec(bare)
  if (!found) return 'unreadable'
  const unit = found[2] === '亿' ? 100_000_000 : found[2] === '万' ? 10_000 : 1
  const yuan = Math.round(Number(found[1]) * unit)
  return yuan >= 1 && yuan <= 1e12 ? yuan : 'unreadable'
}
