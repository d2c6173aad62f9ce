import { expect, it } from 'vitest'
import { traceOf, withoutParameters } from './error-trace.ts'

it('names the innermost reason and the place, never the parameters of a query', () => {
  const refused = new Error('connect ECONNREFUSED 127.0.0.1:5432')
  const query = new Error('Failed query: insert into post\nparams: 老板欠薪，电话19900000000', {
    cause: refused,
  })
  const trace = traceOf(query)
  expect(trace.reason).toBe('Error: connect ECONNREFUSED 127.0.0.1:5432')
  expect(trace.stack[0]).toMatch(/error-trace\.test\.ts/)
  expect(JSON.stringify(trace)).not.toContain('19900000000')
})

it('survives whatever was thrown', () => {
  expect(traceOf('a string')).toEqual({ reason: 'string', stack: [] })
  expect(traceOf(undefined)).toEqual({ reason: 'undefined', stack: [] })
})

it('masks what a parser quotes of the text it could not read', () => {
  const { reason } = traceOf(new SyntaxError('Unexpected token, "打我电话19900000000" is not valid JSON'))
  expect(reason).toBe('SyntaxError: Unexpected token, "打我电话***********" is not valid JSON')
})

it('hands an error on without what it carried', () => {
  const query = new Error('Failed query: insert into post\nparams: 老板欠薪，电话19900000000', {
    cause: new Error('connection lost'),
  })
  const bare = withoutParameters(Object.assign(query, { parameters: ['19900000000'] }))
  expect(bare.message).toBe('connection lost')
  expect(bare.stack).toMatch(/error-trace\.test\.ts/)
  expect(`${bare.message}${bare.stack}${JSON.stringify(bare)}`).not.toMatch(/19900000000|params/)
})
