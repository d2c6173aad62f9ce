'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { answerCallOut } from '#actions/handling.ts'
import type { CalledPostView } from '#contracts/handling.ts'
import type { CallOutAnswer } from '#domain/call-out/call-out.ts'
import { Button } from '#ui/primitives/button.tsx'
import { Field } from '#ui/primitives/field.tsx'
import { FormDialog } from '#ui/primitives/form-dialog.tsx'
import { lineIn } from '#ui/primitives/form-fields.ts'
import { useAct } from './use-act.ts'

/** 已出发, 已到, 不能到: one press each; only staying away needs words. */
export function CallAnswer({ called, surface }: { called: CalledPostView; surface: 'desk' | 'phone' }) {
  const t = useTranslations('handling.callout')
  const { busy, answer, act } = useAct()
  const [declining, setDeclining] = useState(false)
  const press = (one: CallOutAnswer) =>
    void act(one, () => answerCallOut({ calledId: called.id, answer: one }))
  return (
    <div className="mt-1 flex flex-wrap gap-2 pl-7">
      {called.state === 'coming' ? null : (
        <Button surface={surface} variant="primary" busy={busy === 'come'} onClick={() => press('come')}>
          {t('come')}
        </Button>
      )}
      <Button
        surface={surface}
        variant={called.state === 'coming' ? 'primary' : 'plain'}
        busy={busy === 'arrive'}
        onClick={() => press('arrive')}
      >
        {t('arrive')}
      </Button>
      {called.state === 'unable' ? null : (
        <Button surface={surface} onClick={() => setDeclining(true)}>
          {t('decline')}
        </Button>
      )}
      {answer ? (
        <p role="alert" className="w-full text-desk-body font-semibold">
          {answer}
        </p>
      ) : null}
      {declining ? (
        <FormDialog
          title={t('declineTitle')}
          submitWords={t('decline')}
          close={() => setDeclining(false)}
          send={(fields) =>
            answerCallOut({ calledId: called.id, answer: 'decline', note: lineIn(fields, 'note') })
          }
        >
          <Field label={t('declineWords')} name="note" required minLength={2} maxLength={200} />
        </FormDialog>
      ) : null}
    </div>
  )
}
