/**
 * What the person at the terminal reads once everything runs: where to go and what to do first.
 * @param {import('./start-settings.mjs').StartSettings} settings
 * @param {string} origin
 * @param {import('./prepare.mjs').Prepared} prepared
 * @returns {string}
 */
export function openingWords({ env }, origin, { realm, admin, sources }) {
  const address = env.PUBLIC_URL ?? origin
  const lines = realm === 'drill' ? drillWords(address, sources) : realWords(address, sources)
  return `\n${[...lines, ...(admin ? adminWords(admin) : []), stopWords].map((line) => `  ${line}`).join('\n')}\n\n`
}

const stopWords = '停止：Ctrl-C · Stop: Ctrl-C'

function drillWords(address, sources) {
  const toReal =
    sources > 0
      ? '正式运行：npm start -- --real · The real thing: npm start -- --real'
      : '接入真实来源：npx anxin source add <网址>，再 npm start · A real source: npx anxin source add <url>, then npm start again'
  return [
    `安薪 演练中 · Anxin is running a drill: ${address}`,
    '打开这个地址，按一个角色就能进去 · Open the address and press a role',
    toReal,
  ]
}

function realWords(address, sources) {
  return [
    `安薪 已启动 · Anxin is running: ${address}`,
    sources > 0
      ? '练一练：npx anxin drill · To practise: npx anxin drill'
      : '还没有来源：npx anxin source add <网址> · No source yet: npx anxin source add <url>',
  ]
}

/** @param {{ username: string, password: string }} admin */
export function adminWords({ username, password }) {
  return [
    '',
    '正式运行的首位管理员（密码只显示这一次） · First administrator of the real room (the password is shown only once)',
    `  用户名 username  ${username}`,
    `  密码 password    ${password}`,
    '',
  ]
}
