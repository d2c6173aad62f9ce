import type { ReactNode } from 'react'
import type { ApiWords } from '#contracts/api/openapi.ts'
import { apiBase } from '#contracts/api/operation.ts'
import { exampleCall } from './example-call.ts'
import type { ListedOperation } from './listed-operations.ts'
import { TypeWords } from './type-words.tsx'

/** One operation: what it takes, what it answers, what it refuses, and a call to copy. */
export function OperationSection({ operation, words }: { operation: ListedOperation; words: ApiWords }) {
  const { method, path, described } = operation
  const body = described.requestBody?.content['application/json'].schema
  const answers = Object.entries(described.responses)
  return (
    <section
      id={described.operationId}
      className="mb-6 scroll-mt-4 rounded-tile bg-s1 px-4 py-4 outline-1 -outline-offset-1 outline-tile-edge target:outline-accent sm:px-5"
    >
      <header className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
        <h2 className="text-desk-queue font-bold">{described.summary}</h2>
        <code className="min-w-0 font-mono text-desk-body break-all text-t2">
          <b className="font-semibold text-t1">{method}</b> {apiBase}
          {path}
        </code>
        <code className="ml-auto rounded-control bg-s3 px-2 py-0.5 font-mono text-desk-meta">
          {described.security[0].key[0]}
        </code>
      </header>
      <p className="mt-2 max-w-[46rem] text-desk-body text-t2">{described.description}</p>
      {described.parameters.length > 0 ? (
        <Part title={words('docs.parameters')}>
          <dl>
            {described.parameters.map((one) => (
              <Row
                key={one.name}
                name={one.name}
                note={`${words(`docs.where.${one.in}`)}${one.required ? ` · ${words('docs.required')}` : ''}`}
              >
                <span className="text-t3">
                  <TypeWords schema={one.schema} words={words} />
                </span>
                <span className="block text-t2">{one.description}</span>
              </Row>
            ))}
          </dl>
        </Part>
      ) : null}
      {body ? (
        <Part title={words('docs.body')}>
          <p className="text-desk-body">
            <TypeWords schema={body} words={words} />
          </p>
        </Part>
      ) : null}
      <Part title={words('docs.answers')}>
        <dl>
          {answers.map(([status, { description, content }]) => {
            const schema = content?.['application/json']?.schema
            return (
              <Row key={status} name={status} note="">
                {schema ? <TypeWords schema={schema} words={words} /> : <Codes text={description} />}
              </Row>
            )
          })}
        </dl>
      </Part>
      <Part title={words('docs.example')}>
        <pre className="overflow-x-auto rounded-control bg-s2 p-3 font-mono text-desk-meta text-t2">
          {exampleCall(operation)}
        </pre>
      </Part>
    </section>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <>
      <h3 className="mt-4 mb-1 text-desk-head font-semibold text-t3">{title}</h3>
      {children}
    </>
  )
}

function Row({ name, note, children }: { name: string; note: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-4 border-t border-line py-1.5 text-desk-body first:border-0 sm:grid-cols-[13rem_1fr]">
      <dt className="min-w-0">
        <code className="font-mono break-all">{name}</code>
        {note ? <span className="ml-2 text-desk-meta text-t3">{note}</span> : null}
      </dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  )
}

/** `没有权限: scope_missing, unknown_post`; the codes are what a program acts on. */
function Codes({ text }: { text: string }) {
  const [title, codes = ''] = text.split(': ')
  return (
    <>
      {title} <code className="font-mono text-desk-head text-t3">{codes}</code>
    </>
  )
}
