/** Done: accent tick; now: a light ring; owed: paper with a bang; later: a faint ring. */
export function StepDot({ look }: { look: 'done' | 'now' | 'owed' | 'later' }) {
  return (
    <svg viewBox="0 0 18 18" aria-hidden className="mt-[3px] size-[15px] flex-none">
      {look === 'done' ? (
        <>
          <circle cx="9" cy="9" r="9" fill="var(--accent)" />
          <path d="M4.6 9.4L7.8 12.4L13.4 5.8" fill="none" stroke="var(--s1)" strokeWidth="2.4" />
        </>
      ) : null}
      {look === 'owed' ? (
        <>
          <circle cx="9" cy="9" r="9" fill="var(--paper)" />
          <path d="M9 4V10.2M9 12V14.2" stroke="var(--ink)" strokeWidth="2.4" />
        </>
      ) : null}
      {look === 'now' || look === 'later' ? (
        <circle
          cx="9"
          cy="9"
          r="7.4"
          fill="none"
          stroke={look === 'now' ? 'var(--t1)' : 'var(--line2)'}
          strokeWidth={look === 'now' ? 3 : 2.4}
        />
      ) : null}
    </svg>
  )
}
