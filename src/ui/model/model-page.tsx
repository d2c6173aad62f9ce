'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useTranslations } from 'use-intl/react'
import { activateModel, trainChallenger } from '#actions/model.ts'
import type { ModelsView } from '#contracts/review.ts'
import { type Refusal, type Result, refusal } from '#domain/result.ts'
import { Panel } from '#ui/incident/panel.tsx'
import { Button } from '#ui/primitives/button.tsx'
import { RefusedLine } from '#ui/rules/try-box.tsx'
import { dayAndTime } from '#ui/rules/versions.tsx'
import { ModelCard } from './model-card.tsx'

/** What officers have taught, the weights in use, and each challenger beside its champion. */
export function ModelPage({ models }: { models: ModelsView }) {
  const t = useTranslations('model')
  const router = useRouter()
  const [busy, setBusy] = useState<'train' | number | null>(null)
  const [refused, setRefused] = useState<Refusal | null>(null)
  const act = async (what: 'train' | number, carryOut: () => Promise<Result<unknown>>) => {
    setBusy(what)
    const answer = await carryOut().catch(() => refusal('unreachable'))
    setBusy(null)
    setRefused(answer.ok ? null : answer.refusal)
    if (answer.ok) router.refresh()
  }
  const activate = (version: number) => void act(version, () => activateModel({ version }))
  const { labels, seed, activeVersion } = models
  const counts = [
    [t('claims'), labels.claims],
    [t('others'), labels.others],
    [t('heldBack'), labels.heldBack],
  ] as const
  return (
    <div className="mx-auto flex w-full max-w-[1280px] flex-col gap-3 p-4">
      <header className="flex flex-wrap items-baseline gap-x-4">
        <h1 className="text-desk-title font-bold">{t('title')}</h1>
        <p className="text-desk-body text-t2">
          {activeVersion === 0 ? t('seedInUse') : t('versionInUse', { version: activeVersion })}
        </p>
      </header>
      <Panel
        caption={t('labels')}
        note={t('labelsNote', { needed: labels.needed })}
        aside={
          <Button
            busy={busy === 'train'}
            onClick={() => void act('train', () => trainChallenger(undefined))}
            className="flex-none max-md:h-12"
          >
            {t('train')}
          </Button>
        }
      >
        <dl className="mt-2 grid grid-cols-3 gap-3">
          {counts.map(([name, figure]) => (
            <div key={name}>
              <dt className="text-desk-head text-t2">{name}</dt>
              <dd className="text-desk-figure font-semibold">{figure}</dd>
            </div>
          ))}
        </dl>
        {refused ? <RefusedLine refusal={refused} /> : null}
      </Panel>
      {models.models.map((model) => (
        <ModelCard key={model.version} model={model} busy={busy === model.version} activate={activate} />
      ))}
      <Panel
        caption={t('seed')}
        note={t('seedNote', seed)}
        aside={
          activeVersion === 0 ? (
            <span className="unbroken text-desk-body font-semibold text-accent">{t('inUse')}</span>
          ) : (
            <Button busy={busy === 0} onClick={() => activate(0)} className="flex-none max-md:h-12">
              {t('goBackToSeed')}
            </Button>
          )
        }
      >
        {null}
      </Panel>
      <Panel caption={t('history')}>
        <ol className="mt-1">
          {models.history.map(({ chosenAt, chosenBy, modelVersion, ruleSetVersion, why }) => (
            <li key={chosenAt} className="flex flex-wrap gap-x-4 border-t border-line py-1 text-desk-body">
              <time className="text-t3">{dayAndTime(chosenAt)}</time>
              <span>{t('chosen', { model: modelVersion, rules: ruleSetVersion })}</span>
              <span className="text-t2">{chosenBy?.post ?? ''}</span>
              <span className="text-t3">{why}</span>
            </li>
          ))}
        </ol>
        {models.history.length === 0 ? <p className="mt-1 text-desk-body text-t3">{t('noHistory')}</p> : null}
      </Panel>
    </div>
  )
}
