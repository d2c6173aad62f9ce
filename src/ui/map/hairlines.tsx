/** A cross through the middle of the frame, open around the marker: here, and nowhere else. */
export function Hairlines() {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 z-[500]">
      <span className="absolute inset-y-0 left-1/2 w-px bg-grade-1 [mask:linear-gradient(#000_calc(50%-3.25rem),transparent_0_calc(50%+3.25rem),#000_0)]" />
      <span className="absolute inset-x-0 top-1/2 h-px bg-grade-1 [mask:linear-gradient(to_right,#000_calc(50%-3.25rem),transparent_0_calc(50%+3.25rem),#000_0)]" />
    </div>
  )
}
