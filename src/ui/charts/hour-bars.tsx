'use client'

import { memo } from 'react'
import { Bar, BarChart, Cell, ResponsiveContainer, YAxis } from 'recharts'

/** A bar per hour, oldest first, without motion; all quiet but the last. */
export const HourBars = memo(function HourBars({ hours }: { hours: { hour: string; count: number }[] }) {
  const highest = Math.max(2, ...hours.map(({ count }) => count))
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart data={hours} margin={{ top: 0, right: 0, bottom: 0, left: 0 }} barCategoryGap="12%">
        <YAxis hide domain={[0, highest]} />
        <Bar dataKey="count" isAnimationActive={false}>
          {hours.map(({ hour }, index) => (
            <Cell key={hour} fill={index === hours.length - 1 ? 'var(--t1)' : 'var(--t3)'} />
          ))}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  )
})
