'use client'

import { useTranslations } from 'use-intl/react'
import type { ModelView } from '#contracts/review.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { dayAndTime } from '#ui/rules/versions.tsx'

const measures = ['precision', 'recall', 'f1'] as const

/** A challenger beside the champion of its day, on labels neither was taught by, and where the two differ. */
export function ModelCard({
  model,
  busy,
  activate,
}: {
  model: ModelView
  busy: boolean
  activate: (version: number) => void
}) {
  const t = useTranslations('model')
  const { version, active, champion, challenger, trainedOn, heldBack, madeAt, madeBy } = model
  return (
    <Panel
      caption={t('version', { version })}
      note={t('trained', { trainedOn, heldBack, at: dayAndTime(madeAt), who: madeBy?.post ?? '' })}
      aside={
        active ? (
          <span className="unbroken text-desk-body font-semibold text-accent">{t('inUse')}</span>
        ) : (
          <Button busy={busy} onClick={() => activate(version)} className="flex-none max-md:h-12">
            {t('activate')}
          </Button>
        )
      }
    >
      <table className="mt-2 w-full max-w-[640px] text-desk-body">
        <thead>
          <tr className="text-left text-t2">
            <th scope="col" className="font-normal">
              {t('onHeldBack')}
            </th>
            {measures.map((measure) => (
              <th key={measure} scope="col" className="text-right font-normal">
                {t(measure)}
              </th>
            ))}
            <th scope="col" className="text-right font-normal">
              {t('right')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['champion', 'challenger'] as const).map((which) => {
            const score = which === 'champion' ? champion : challenger
            return (
              <tr key={which} className="border-t border-line">
                <th scope="row" className="py-1 text-left font-normal">
                  {t(which)}
                </th>
                {measures.map((measure) => (
                  <td key={measure} className="py-1 text-right font-semibold">
                    {score[measure].toFixed(3)}
                  </td>
                ))}
                <td className="py-1 text-right">{t('rightOf', { right: score.right, of: score.of })}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <Disagreements model={model} />
    </Panel>
  )
}

function Disagreements({ model: { disagreements } }: { model: ModelView }) {
  const t = useTranslations('model')
  const verdicts = useTranslations('review.verdict')
  const percent = (share: number) => `${Math.round(share * 100)}%`
  if (disagreements.length === 0) return <p className="mt-2 text-desk-body text-t3">{t('agree')}</p>
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-desk-body text-t1 max-md:leading-[48px]">
        {t('disagree', { count: disagreements.length })}
      </summary>
      <ul className="mt-1">
        {disagreements.map(({ postId, body, verdict, taught, champion, challenger }) => (
          <li
            key={postId}
            className="grid gap-x-4 border-t border-line py-1 text-desk-body sm:grid-cols-[1fr_auto_auto]"
          >
            <span className="min-w-0 truncate">{body ?? t('noText')}</span>
            <span className="text-t2">{verdict ? verdicts(verdict) : t(taught === 1 ? 'yes' : 'no')}</span>
            <span className="unbroken text-t3">
              {t('both', { champion: percent(champion), challenger: percent(challenger) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}
