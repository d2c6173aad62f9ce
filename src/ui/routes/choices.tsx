'use client'

/** Several of a few, in one line. */
export function Choices({
  legend,
  name,
  chosen,
  options,
}: {
  legend: string
  name: string
  chosen: readonly string[]
  options: readonly (readonly [value: string, words: string])[]
}) {
  return (
    <fieldset>
      <legend className="text-desk-head text-t2">{legend}</legend>
      <div className="flex flex-wrap gap-x-4">
        {options.map(([value, words]) => (
          <label key={value} className="flex min-h-8 items-center gap-2 text-desk-body max-md:min-h-12">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-4 accent-(--accent)"
            />
            {words}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
