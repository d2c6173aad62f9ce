import type { ReactNode } from 'react'
import type { ApiWords, JsonSchema } from '#contracts/api/openapi.ts'

/** A type in words: `Incident[]`, `string (date-time)`, one of a few, or null. */
export function TypeWords({ schema, words }: { schema: JsonSchema; words: ApiWords }): ReactNode {
  const inner = typeOf(schema, words)
  if (schema.default === undefined || schema.default === null) return inner
  const said = words('docs.default').replace('{value}', JSON.stringify(schema.default))
  return (
    <>
      {inner}
      <span className="text-t3"> · {said}</span>
    </>
  )
}

function typeOf(schema: JsonSchema, words: ApiWords): ReactNode {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1)
    return (
      <a className="text-accent underline underline-offset-4" href={`#schema-${name}`}>
        {name}
      </a>
    )
  }
  if (schema.anyOf) return eitherOf(schema.anyOf as JsonSchema[], words)
  if (schema.enum) {
    return (
      <>
        {words('docs.oneOf')}{' '}
        <code className="font-mono text-desk-head">{schema.enum.map(String).join(' ')}</code>
      </>
    )
  }
  if (schema.type === 'array' && schema.items) {
    return (
      <>
        {words('docs.listOf')} <TypeWords schema={schema.items as JsonSchema} words={words} />
      </>
    )
  }
  return plainType(schema, words)
}

function plainType(
  { type, format, minimum, maximum, minLength, maxLength }: JsonSchema,
  words: ApiWords,
): ReactNode {
  if (!type) return words('docs.anything')
  const names = (Array.isArray(type) ? type : [type]) as string[]
  const said = names.map((name) => (name === 'null' ? words('docs.orNull') : name)).join(' ')
  const bounds = [minimum ?? minLength, maximum ?? maxLength].map((one) => one ?? '')
  const range = bounds.some((one) => one !== '') ? ` ${bounds.join('–')}` : ''
  return (
    <>
      {said}
      {format ? <span className="text-t3"> ({String(format)})</span> : null}
      <span className="text-t3">{range}</span>
    </>
  )
}

function eitherOf(options: JsonSchema[], words: ApiWords): ReactNode {
  const real = options.filter(({ type }) => type !== 'null')
  return (
    <>
      {real.map((one, at) => (
        <span key={JSON.stringify(one)}>
          {at > 0 ? ' | ' : null}
          <TypeWords schema={one} words={words} />
        </span>
      ))}
      {real.length < options.length ? <span className="text-t3"> {words('docs.orNull')}</span> : null}
    </>
  )
}
