'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { z } from 'zod'
import { type Answer, sendTable } from '#ui/intake/table-answers.ts'
import { buttonLook } from '#ui/primitives/button.tsx'
import { useRefusalText } from '#ui/shell/refusal-text.ts'

const imported = z.object({
  added: z.number().int(),
  known: z.number().int(),
  refused: z.array(
    z.object({
      line: z.number().int(),
      url: z.string(),
      refusal: z.object({
        code: z.string(),
        details: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    }),
  ),
})

/** Feeds taken over from another reader, and given to one; importing the same file again adds nothing. */
export function AddOpml({ added }: { added: () => void }) {
  const t = useTranslations('sources')
  const id = useId()
  const [busy, setBusy] = useState(false)
  const [answer, setAnswer] = useState<Answer<z.infer<typeof imported>> | null>(null)
  const send = async (file: File) => {
    setBusy(true)
    setAnswer(await sendTable('/api/opml', file, {}, imported))
    setBusy(false)
    added()
  }
  return (
    <div className="flex min-w-0 flex-col gap-2 max-md:w-full md:ml-auto md:items-end">
      <div className="flex gap-3 [&>*]:max-md:flex-1">
        <input
          id={id}
          type="file"
          accept=".opml,.xml,text/x-opml"
          className="peer sr-only"
          disabled={busy}
          onChange={(event) => {
            const file = event.target.files?.[0]
            if (file) void send(file)
            event.target.value = ''
          }}
        />
        <label
          htmlFor={id}
          className={`${buttonLook({})} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent max-md:h-12`}
        >
          {t(busy ? 'opmlReading' : 'opmlImport')}
        </label>
        <a href="/api/opml" download="anxin.opml" className={`${buttonLook({})} max-md:h-12`}>
          {t('opmlExport')}
        </a>
      </div>
      <Outcome answer={answer} />
    </div>
  )
}

function Outcome({ answer }: { answer: Answer<z.infer<typeof imported>> | null }) {
  const t = useTranslations('sources')
  const refusalText = useRefusalText()
  if (!answer) return null
  if (!answer.ok) {
    return (
      <p role="alert" className="text-desk-body font-semibold text-t1">
        {answer.refusal ? refusalText(answer.refusal) : t('unreachable')}
      </p>
    )
  }
  const { refused, ...counts } = answer.value
  return (
    <div role="status" className="text-desk-body text-t1">
      {t('opmlDone', { ...counts, refused: refused.length })}
      <ul className="max-h-40 overflow-y-auto text-desk-meta text-t2">
        {refused.map(({ line, url, refusal }) => (
          <li key={line}>
            {t('opmlLine', { line })} {url}：{refusalText(refusal)}
          </li>
        ))}
      </ul>
    </div>
  )
}
