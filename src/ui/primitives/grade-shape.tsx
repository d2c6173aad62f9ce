import type { GradeView } from '#contracts/views.ts'

/** Corners in a 48 box and the radius that a joined stroke gives them. */
const outlines = {
  I: { points: '24,3.2 44.8,24 24,44.8 3.2,24', radius: 2.5 },
  II: { points: '24,6 44.6,41.4 3.4,41.4', radius: 2.7 },
  III: { points: '6.6,6.6 41.4,6.6 41.4,41.4 6.6,41.4', radius: 2.5 },
} as const

/** The silhouette alone, grown by `grow` box units; the numeral is drawn on top by the badge. */
export function GradeShape({ grade, fill, grow = 0 }: { grade: GradeView; fill: string; grow?: number }) {
  if (grade === 'watch') return <WatchRing fill={fill} grow={grow} />
  if (grade === 'IV') return <circle cx="24" cy="24" r={21.6 + grow} fill={fill} />
  const { points, radius } = outlines[grade]
  return (
    <polygon
      points={points}
      fill={fill}
      stroke={fill}
      strokeWidth={2 * (radius + grow)}
      strokeLinejoin="round"
    />
  )
}

function WatchRing({ fill, grow }: { fill: string; grow: number }) {
  if (grow > 0) return <circle cx="24" cy="24" r={16.75 + grow} fill={fill} />
  return (
    <>
      <circle cx="24" cy="24" r="14" fill="none" stroke={fill} strokeWidth="5.5" />
      <circle cx="24" cy="24" r="4.4" fill={fill} />
    </>
  )
}
