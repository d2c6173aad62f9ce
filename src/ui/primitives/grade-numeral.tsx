import type { GradeView } from '#contracts/views.ts'

/** Stems and joined serif bars, drawn instead of typeset so that they stay crisp and equal everywhere. */
export function GradeNumeral({ grade, color }: { grade: GradeView; color: string }) {
  if (grade === 'watch') return null
  return (
    <g stroke={color} fill={color}>
      {numerals[grade]}
    </g>
  )
}

const numerals = {
  I: (
    <>
      <path d="M18.7 14.65H29.3M18.7 33.35H29.3" strokeWidth="2.7" />
      <path d="M24 14.65V33.35" strokeWidth="4.4" />
    </>
  ),
  II: (
    <>
      <path d="M15.9 20.6H32.1M15.9 37.4H32.1" strokeWidth="2.3" />
      <path d="M20.6 20.6V37.4M27.4 20.6V37.4" strokeWidth="4" />
    </>
  ),
  III: (
    <>
      <path d="M12.55 14.95H35.45M12.55 33.05H35.45" strokeWidth="2.6" />
      <path d="M17.55 14.95V33.05M24 14.95V33.05M30.45 14.95V33.05" strokeWidth="3.6" />
    </>
  ),
  IV: (
    <>
      <path d="M12.6 15.4H36M12.6 32.6H19" strokeWidth="2.6" />
      <path d="M15.8 15.4V32.6" strokeWidth="4.2" />
      <path d="M19.7 15.4L25.5 32.9H29.5L35 15.4H31.1L27.4 26L24 15.4Z" stroke="none" />
    </>
  ),
} as const
