import type { ApiWords, OpenApi } from '#contracts/api/openapi.ts'
import { apiBase } from '#contracts/api/operation.ts'
import { listedOperations } from './listed-operations.ts'
import { OperationSection } from './operation-section.tsx'
import { SchemaSection } from './schema-section.tsx'

/** The document for people: what there is at the left, what each asks and answers beside it. */
export function ApiPage({
  document,
  words,
  locale,
}: {
  document: OpenApi
  words: ApiWords
  locale: 'zh' | 'en'
}) {
  const operations = listedOperations(document)
  const schemas = Object.entries(document.components.schemas)
  return (
    <div className="mx-auto grid max-w-[1240px] gap-x-10 px-4 py-6 lg:grid-cols-[232px_1fr]">
      <nav
        aria-label={words('docs.operations')}
        className="mb-6 text-desk-body lg:sticky lg:top-6 lg:max-h-[calc(100dvh-3rem)] lg:self-start lg:overflow-y-auto"
      >
        <p className="mb-2 text-desk-head font-semibold text-t3">{words('docs.operations')}</p>
        <ul className="max-lg:grid max-lg:grid-cols-2">
          {operations.map(({ method, described }) => (
            <li key={described.operationId}>
              <a
                href={`#${described.operationId}`}
                className="grid min-h-11 grid-cols-[3.5rem_1fr] items-center rounded-control px-2 text-t2 hover:bg-s3 hover:text-t1 lg:min-h-8"
              >
                <span className="text-desk-label font-semibold text-t3">{method}</span>
                {described.summary}
              </a>
            </li>
          ))}
        </ul>
        <p className="mt-4 mb-2 text-desk-head font-semibold text-t3 max-lg:hidden">
          {words('docs.schemas')}
        </p>
        <ul className="max-lg:hidden">
          {schemas.map(([name]) => (
            <li key={name}>
              <a
                href={`#schema-${name}`}
                className="flex min-h-11 items-center px-2 text-t2 hover:text-t1 lg:min-h-7"
              >
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <main className="min-w-0">
        <Beginning document={document} words={words} locale={locale} />
        {operations.map((one) => (
          <OperationSection key={one.described.operationId} operation={one} words={words} />
        ))}
        <h2 className="mt-12 mb-4 text-desk-title font-bold">{words('docs.schemas')}</h2>
        {schemas.map(([name, schema]) => (
          <SchemaSection key={name} name={name} schema={schema} words={words} />
        ))}
      </main>
    </div>
  )
}

function Beginning({ document, words, locale }: Parameters<typeof ApiPage>[0]) {
  const other = locale === 'zh' ? 'en' : 'zh'
  const notes = ['auth', 'docs.errorsAbout', 'docs.paging', 'docs.pace'] as const
  return (
    <header className="mb-10">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-[1.75rem] font-bold">{words('title')}</h1>
        <span className="text-desk-body text-t3">
          {document.info.version} · {apiBase}
        </span>
        <span className="ml-auto flex gap-4 text-desk-body">
          <a
            className="text-accent underline underline-offset-4"
            href={`${apiBase}/openapi.json?lang=${locale}`}
          >
            {words('docs.document')}
          </a>
          <a className="text-accent underline underline-offset-4" href={`/docs/api?lang=${other}`}>
            {words('docs.language')}
          </a>
        </span>
      </div>
      <p className="mt-3 max-w-[46rem] text-desk-evidence text-t2">{words('about')}</p>
      <ul className="mt-3 max-w-[46rem] list-disc pl-5 text-desk-body text-t2 marker:text-t3">
        {notes.map((note) => (
          <li key={note} className="mt-1">
            {words(note)}
          </li>
        ))}
      </ul>
      <h2 className="mt-6 mb-2 text-desk-head font-semibold text-t3">{words('docs.scope')}</h2>
      <dl className="grid max-w-[46rem] grid-cols-[10.5rem_1fr] gap-y-1 text-desk-body">
        {scopesOf(document).map((scope) => (
          <div key={scope} className="contents">
            <dt>
              <code className="font-mono text-desk-head">{scope}</code>
            </dt>
            <dd className="text-t2">{words(`scope.${scope}`)}</dd>
          </div>
        ))}
      </dl>
    </header>
  )
}

function scopesOf(document: OpenApi): string[] {
  const used = listedOperations(document).flatMap(({ described }) => described.security[0].key)
  return [...new Set([...used, 'posts:read'])]
}
