'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl/react'
import { useMoment } from '#ui/time/use-moment.ts'
import './paper.css'

/** A sheet of A4 as an office files it: head, number, ruled table, signatures; black on white in every theme. */
export function Paper({
  title,
  number,
  incidentNumber,
  drill,
  printedAt,
  signatures,
  children,
}: {
  title: string
  /** The paper’s own number and its incident’s; left out where it belongs to neither. */
  number?: string
  incidentNumber?: string
  drill: boolean
  /** ISO 8601 */
  printedAt: string
  /** Who signs; each gets a line and a date. */
  signatures: string[]
  children: ReactNode
}) {
  const t = useTranslations('handling.print')
  const handling = useTranslations('handling')
  const moment = useMoment()
  return (
    <main className="paper">
      <div className="paper-bar">
        <button type="button" onClick={() => window.print()}>
          {handling('printOut')}
        </button>
      </div>
      <article className="paper-sheet">
        {drill ? <p className="paper-drill">{t('drill')}</p> : null}
        <p className="paper-office">{t('office')}</p>
        <h1>{title}</h1>
        {number ? (
          <p className="paper-numbers">
            <span>
              {t('number')} {number}
            </span>
            <span>
              {t('incident')} {incidentNumber}
            </span>
          </p>
        ) : null}
        <table>
          <tbody>{children}</tbody>
        </table>
        <div className="paper-signatures">
          {signatures.map((who) => (
            <div key={who}>
              <p>{who}</p>
              <p className="paper-line" />
              <p>{t('date')}</p>
            </div>
          ))}
        </div>
        <p className="paper-foot">{t('notice', { time: moment(printedAt) })}</p>
      </article>
    </main>
  )
}

/** One row of the table; `tall` leaves room for a pen. */
export function PaperRow({
  label,
  tall = false,
  children,
}: {
  label: string
  tall?: boolean
  children: ReactNode
}) {
  return (
    <tr className={tall ? 'paper-tall' : undefined}>
      <th scope="row">{label}</th>
      <td>{children}</td>
    </tr>
  )
}
