import type { Posting } from '#domain/account.ts'

export type DrillRole = Posting & { username: string }

/** The posts a drill is played with, in the order their buttons stand on the log-in page. */
export const drillUsers: readonly DrillRole[] = [
  { username: 'zfw-duty', post: '政法委值班员', role: 'duty', agency: 'zfw', territory: null },
  { username: 'xcb-duty', post: '宣传部值班员', role: 'duty', agency: 'xcb', territory: null },
  { username: 'rsj-duty', post: '人社局值班员', role: 'duty', agency: 'rsj', territory: null },
  { username: 'wall', post: '大屏', role: 'wall', agency: null, territory: null },
  { username: 'leader', post: '带班领导', role: 'leader', agency: 'zfw', territory: null },
  { username: 'office', post: '领导小组办公室', role: 'office', agency: 'rsj', territory: null },
  {
    username: 'tongxiang-duty',
    post: '桐乡市值班员',
    role: 'duty',
    agency: 't330483',
    territory: 't330483',
  },
  { username: 'admin', post: '管理员', role: 'admin', agency: 'rsj', territory: null },
]
