/** Done: an accent tick, sized by the text it stands in. */
export function Tick({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden
      className={className}
      style={{ width: '0.82em', height: '0.82em', flex: 'none' }}
    >
      <path d="M3 13.2L9 19L21 5" fill="none" stroke="var(--tick, var(--accent))" strokeWidth="4" />
    </svg>
  )
}
