'use client'

/** A whole number from 1 on, or none. */
export function OptionalFigure({
  label,
  value,
  change,
}: {
  label: string
  value: number | null
  change: (value: number | null) => void
}) {
  return (
    <label className="flex min-h-9 items-center gap-2 max-md:min-h-12">
      {label}
      <input
        type="number"
        min={1}
        step={1}
        value={value ?? ''}
        onChange={(event) => {
          const figure = event.target.valueAsNumber
          change(Number.isInteger(figure) && figure >= 1 ? figure : null)
        }}
        className="h-8 w-28 rounded-control border border-line2 bg-field px-2 text-right text-t1 max-md:h-12"
      />
    </label>
  )
}
