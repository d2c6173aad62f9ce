// Loaded into every program before its own code: when the starter dies without a word (kill -9), the program leaves
// too, instead of holding its port and its database connections for ever.
const graceMs = 5_000

if (process.channel) {
  process.on('disconnect', () => {
    setTimeout(() => process.exit(1), graceMs).unref()
    process.kill(process.pid, 'SIGTERM')
  })
  process.channel.unref()
}
