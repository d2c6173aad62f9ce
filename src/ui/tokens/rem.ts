/** A length of the design, given in logical pixels, that follows the scale of the surface it stands on. */
export function rem(pixels: number): string {
  return `${pixels / 16}rem`
}
