import { expect, it } from 'vitest'
import { startSettings } from './start-settings.mjs'

it.each([
  [[], {}, { port: 3000, host: '127.0.0.1', realm: null }],
  [['--port', '4000'], { PORT: '5000' }, { port: 4000 }],
  [['--port=4000'], {}, { port: 4000 }],
  [[], { PORT: '5000', HOST: '0.0.0.0', REALM: 'drill' }, { port: 5000, host: '0.0.0.0', realm: 'drill' }],
  [['--real'], { REALM: 'drill' }, { realm: 'real' }],
  [['--drill'], {}, { realm: 'drill' }],
  [[], { DATA_DIR: '/srv/anxin' }, { dataDir: '/srv/anxin' }],
])('npm start -- %j with %j', (argv, shell, expected) => {
  expect(startSettings(argv, shell, '')).toMatchObject(expected)
})

it.each([
  [['--port', 'x'], {}, /Port x is wrong/],
  [['--port'], {}, /Port {2}is wrong/],
  [[], { PORT: '70000' }, /Port 70000 is wrong/],
  [['--real', '--drill'], {}, /not both/],
  [['--fast'], {}, /Unknown option --fast/],
  [[], { REALM: 'play' }, /REALM=play is wrong/],
])('refuses %j with %j in one sentence', (argv, shell, sentence) => {
  expect(() => startSettings(argv, shell, '')).toThrow(sentence)
})
