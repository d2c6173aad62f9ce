/** A pure reading, remembered for the texts it was asked for last: while a story spreads the same few come again and again. */
export function remembered<Value>(most: number, read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    const [oldest] = known.size >= most ? known.keys() : []
    if (oldest !== undefined) known.delete(oldest)
    known.set(text, value)
    return value
  }
}
