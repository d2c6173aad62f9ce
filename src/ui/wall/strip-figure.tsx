/** 17/18: the part in figures of 60, the whole beside it in 40. */
export function StripFigure({ part, whole }: { part: number | string; whole?: number }) {
  return (
    <span className="unbroken text-[3.75rem] font-semibold leading-none">
      {part}
      {whole === undefined ? null : <span className="text-[2.375rem] font-normal text-t2">/{whole}</span>}
    </span>
  )
}
