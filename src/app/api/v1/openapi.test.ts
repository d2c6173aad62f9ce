import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { openApi } from '#contracts/api/openapi.ts'
import { operations } from '#contracts/api/operations.ts'
import { apiWords } from '#i18n/api-words.ts'
import { GET } from './openapi.json/route.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const document = openApi(apiWords('en'))

describe('the document', () => {
  it('names every route there is, and none there is not', async () => {
    const files = readdirSync(here, { recursive: true, encoding: 'utf8' })
    const routes = files.filter((name) => name.endsWith('route.ts') && !name.startsWith('openapi.json'))
    const found: string[] = []
    for (const file of routes) {
      const path = `/${file.replaceAll('\\', '/').replace(/\/route\.ts$/, '')}`
      const module = (await import(/* @vite-ignore */ `${here}${file}`)) as Record<string, unknown>
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']) {
        if (module[method]) found.push(`${method} ${path.replaceAll('[', '{').replaceAll(']', '}')}`)
      }
    }
    const told = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(found.sort()).toEqual(told.sort())
    expect(told).toHaveLength(operations.length)
  })

  it('leaves no reference open, and every schema can be compiled', () => {
    const text = JSON.stringify(document)
    const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name)
    expect(references.length).toBeGreaterThan(20)
    for (const name of references) expect(Object.keys(document.components.schemas)).toContain(name)
    const ajv = new Ajv2020({ strict: true, allowUnionTypes: true })
    addFormats.default(ajv)
    ajv.addKeyword('components')
    ajv.addSchema({ $id: 'api', components: document.components }, 'api')
    for (const name of Object.keys(document.components.schemas)) {
      expect(ajv.compile({ $ref: `api#/components/schemas/${name}` })).toBeTypeOf('function')
    }
  })

  it.each(['zh', 'en'] as const)('has all its words in %s', (locale) => {
    expect(JSON.stringify(openApi(apiWords(locale)))).not.toMatch(/\bapi\.[a-z]/)
  })

  it('says of every operation what it needs and what it refuses', () => {
    for (const methods of Object.values(document.paths)) {
      for (const one of Object.values(methods)) {
        expect(one.security[0].key).toHaveLength(1)
        expect(Object.keys(one.responses)).toEqual(
          expect.arrayContaining(['401', '403', '422', '429', '500']),
        )
      }
    }
  })

  it('is served in the language asked for', async () => {
    const get = (query: string, language = '') =>
      GET(
        new Request(`http://a.example/api/v1/openapi.json${query}`, {
          headers: { 'accept-language': language },
        }),
      )
    expect(((await get('').json()) as typeof document).info.title).toBe('安薪接口')
    expect(((await get('', 'en').json()) as typeof document).info.title).toBe('Anxin API')
    expect(((await get('?lang=zh', 'en').json()) as typeof document).info.title).toBe('安薪接口')
  })
})
