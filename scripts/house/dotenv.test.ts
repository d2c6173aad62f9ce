import { expect, it } from 'vitest'
import { withDotenv } from './dotenv.mjs'

const text = `# a comment
PORT=4000
HOST = "0.0.0.0"
export LOG_LEVEL='warn'
MAP_TILE_URL=https://tiles.example/{z}/{x}/{y}?key=a=b
REDIS_URL=
not a line`

it('reads plain, quoted and exported lines, and takes an empty value for none', () => {
  expect(withDotenv({}, text)).toEqual({
    PORT: '4000',
    HOST: '0.0.0.0',
    LOG_LEVEL: 'warn',
    MAP_TILE_URL: 'https://tiles.example/{z}/{x}/{y}?key=a=b',
  })
})

it('lets the shell win, unless it says nothing', () => {
  expect(withDotenv({ PORT: '5000', HOST: '' }, text)).toMatchObject({ PORT: '5000', HOST: '0.0.0.0' })
})
