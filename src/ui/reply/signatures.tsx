import clsx from 'clsx'
import { useTranslations } from 'use-intl/react'
import type { SignatureView } from '#contracts/track.ts'
import { Tick } from '#ui/primitives/tick.tsx'
import { clockMinutes } from '#ui/time/shanghai.ts'

const boxes = [
  { agency: 'rsj', what: 'facts' },
  { agency: 'xcb', what: 'release' },
] as const

/** The two signatures a text for the public needs: 人社局 for the facts, 宣传部 for the release. */
export function Signatures({
  signatures,
  size,
}: {
  signatures: readonly SignatureView[]
  size: 'small' | 'full'
}) {
  const t = useTranslations('reply.sign')
  return (
    <div className={clsx('grid grid-cols-2 gap-2', size === 'full' && 'max-sm:grid-cols-1')}>
      {boxes.map(({ agency, what }) => {
        const signed = signatures.find((one) => one.agency === agency)
        return (
          <div
            key={agency}
            data-signature={what}
            className={clsx(
              'min-w-0 rounded-control px-3 text-desk-meta',
              size === 'full' ? 'py-2 text-desk-body' : 'py-1',
              signed ? 'bg-s2 text-t1' : 'border border-dashed border-line2 text-t3',
            )}
          >
            {size === 'full' ? <p className="text-desk-meta text-t2">{t(what)}</p> : null}
            <p className="unbroken flex items-center gap-1">
              {signed ? (
                <>
                  <Tick />
                  {t('by', { name: signed.name ?? signed.post, time: clockMinutes(signed.at) })}
                </>
              ) : size === 'full' ? (
                t('waits')
              ) : (
                t(`short.${what}`)
              )}
            </p>
          </div>
        )
      })}
    </div>
  )
}
