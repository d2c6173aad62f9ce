// Health check of a container: with no argument the whole house, else the named part of it, as the web process sees it.
const [part] = process.argv.slice(2)
const origin = process.env.HEALTH_ORIGIN ?? 'http://127.0.0.1:3000'

try {
  const response = await fetch(`${origin}/api/health`, { signal: AbortSignal.timeout(4_000) })
  const { checks } = await response.json()
  process.exitCode = (part ? checks[part] === true : response.ok) ? 0 : 1
} catch {
  process.exitCode = 1
}
