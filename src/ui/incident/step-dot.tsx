export type StepLook = 'done' | 'now' | 'owed' | 'later' | 'paused' | 'locked'

/** Done: accent tick; now: a light ring; owed: paper with a bang; later: a faint ring; paused: two bars; locked: a lock. */
export function StepDot({ look }: { look: StepLook }) {
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
      {look === 'paused' ? <path d="M6 3V15M12 3V15" stroke="var(--t3)" strokeWidth="2.8" /> : null}
      {look === 'locked' ? (
        <>
          <rect x="3" y="8" width="12" height="9" rx="1.5" fill="var(--t3)" />
          <path
            d="M5.6 8.5V5.6A3.4 3.4 0 0 1 12.4 5.6V8.5"
            fill="none"
            stroke="var(--t3)"
            strokeWidth="2.2"
          />
        </>
      ) : null}
    </svg>
  )
}
