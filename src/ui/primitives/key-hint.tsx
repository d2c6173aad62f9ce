/** The key that does the same as the control it stands in; fingers have no keys. */
export function KeyHint({ children }: { children: string }) {
  return (
    <kbd className="inline-grid pointer-coarse:hidden h-[18px] min-w-[18px] place-items-center rounded-control border border-current/45 px-1 font-sans text-desk-meta leading-none">
      {children}
    </kbd>
  )
}
