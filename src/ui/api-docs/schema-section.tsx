import type { ApiWords, JsonSchema } from '#contracts/api/openapi.ts'
import { TypeWords } from './type-words.tsx'

/** The fields of one schema. */
export function SchemaSection({
  name,
  schema,
  words,
}: {
  name: string
  schema: JsonSchema
  words: ApiWords
}) {
  const required = new Set(schema.required as string[] | undefined)
  const fields = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>)
  return (
    <section
      id={`schema-${name}`}
      className="mb-4 scroll-mt-4 rounded-tile bg-s1 px-4 py-3 outline-1 -outline-offset-1 outline-tile-edge target:outline-accent sm:px-5"
    >
      <h3 className="mb-1 text-desk-evidence font-semibold">{name}</h3>
      <dl>
        {fields.map(([field, one]) => (
          <div
            key={field}
            className="grid grid-cols-[minmax(7rem,13rem)_1fr] gap-x-4 border-t border-line py-1 text-desk-body first:border-0"
          >
            <dt className="min-w-0">
              <code className="font-mono break-all">{field}</code>
              {required.has(field) ? null : (
                <span className="ml-2 text-desk-meta text-t3">{words('docs.optional')}</span>
              )}
            </dt>
            <dd className="min-w-0 break-words">
              <TypeWords schema={one} words={words} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
