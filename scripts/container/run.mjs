// Runs one program of dist/ in a container: node scripts/container/run.mjs dist/server.js
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { containerEnv } from './container-env.mjs'

const [program] = process.argv.splice(2, 1)
for (const [name, value] of Object.entries(containerEnv(process.env))) if (value) process.env[name] = value
await import(pathToFileURL(resolve(program)).href)
