/** An expected answer: either the value, or a refusal with a code the screens put into words. */
export type Result<Value, Code extends string = string> =
  | { ok: true; value: Value }
  | { ok: false; refusal: Refusal<Code> }

/** `details` fill the blanks of the sentence that belongs to `code` in zh.json and en.json. */
export type Refusal<Code extends string = string> = {
  code: Code
  details: Record<string, string | number>
}

export function ok<Value>(value: Value): { ok: true; value: Value } {
  return { ok: true, value }
}

export function refusal<Code extends string>(
  code: Code,
  details: Refusal['details'] = {},
): { ok: false; refusal: Refusal<Code> } {
  return { ok: false, refusal: { code, details } }
}
