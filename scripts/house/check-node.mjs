// Imported first, so that an old Node hears one sentence instead of a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 9)) {
  console.error(
    `安薪需要 Node 20.9 或更新版本，当前是 ${process.versions.node}。 Anxin needs Node 20.9 or newer, this is ${process.versions.node}.`,
  )
  process.exit(1)
}
