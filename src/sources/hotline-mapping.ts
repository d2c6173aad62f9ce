/** What a column of a hotline export can hold for us. */
export const mappingFields = [
  'id',
  'receivedAt',
  'channel',
  'title',
  'text',
  'county',
  'town',
  'place',
  'employer',
  'workers',
  'amountYuan',
] as const

export type MappingField = (typeof mappingFields)[number]

/** Guesses from the usual headings of 12345, 12333, petition and grid exports which column holds what. */
export function guessMapping(headers: string[]): Partial<Record<MappingField, string>> {
  const free = new Set(headers.filter((header) => header !== '' && !isPersonalHeading(header)))
  const mapping: Partial<Record<MappingField, string>> = {}
  for (const [field, patterns] of usualHeadings) {
    for (const pattern of patterns) {
      const header = [...free].find((one) => pattern.test(one.replace(/\s/g, '')))
      if (!header) continue
      mapping[field] = header
      free.delete(header)
      break
    }
  }
  return mapping
}

/** True for a heading that names a person, a way to reach one, or a number one carries: such a column is never read. */
export function isPersonalHeading(header: string): boolean {
  const bare = header.replace(/[\s_\-（）()【】:：*]/g, '')
  return personal.some((pattern) => pattern.test(bare)) && !impersonal.test(bare)
}

const personal = [
  /姓名|名字|称呼|电话|手机|联系方式|联络方式|号码|身份证|证件|银行卡|卡号|账号|帐号|微信|QQ|邮箱|住址|家庭|户籍|性别|年龄|出生|民族|车牌/i,
  /^(来电|投诉|反映|举报|诉求|信访|报警|求助|申请|联系|当事|被访)人$/,
  /(经办|承办|受理|接线|登记|处理)(人|人员|员)$/,
  /^(name|caller|phone|mobile|tel|telephone|idcard|email|address|gender|age|callername|callerphone|contact)$/i,
]

/** Headings that only look personal: they name a company or the case itself. */
const impersonal =
  /^(单位|企业|公司|用人单位|被(投)?诉(单位|企业)|被反映(单位|企业)|工程|项目)(名称|名字|全称)$|^(工单|案件|事件|受理|流水|登记|信访件?)(号码|编号|号)$|^来电编号$/

/** The surest heading first. */
const usualHeadings: [MappingField, RegExp[]][] = [
  [
    'id',
    [
      /^(工单|案件|事件|受理|流水|登记|信访件?|诉求|来电|任务|业务)(编号|编码|号码?|ID)$/i,
      /^(编号|序号|单号|ID)$/i,
    ],
  ],
  [
    'receivedAt',
    [
      /^(来电|受理|诉求|登记|接收|接听|接警|报警|反映|来访|信访|创建|上报|提交|发生)(日期)?(时间|日期)$/,
      /^(时间|日期|date|time|receivedat)$/i,
    ],
  ],
  [
    'text',
    [
      /^(诉求|来电|投诉|反映|问题|工单|事件|信访|警情|具体|主要|举报)(内容|描述|详情|情况|详细内容|问题)$/,
      /^(内容|描述|详情|正文|情况说明|简要案情|text|content|description)$/i,
    ],
  ],
  ['title', [/^(工单|诉求|来电|事件|信访)?(标题|主题|题目|title|subject)$/i]],
  ['channel', [/^(渠道|来源|(工单|诉求|信息|受理|来电|案件|事件)(渠道|来源)|信访形式|来源渠道|channel)$/i]],
  [
    'employer',
    [
      /^(被?(投诉|反映|举报|诉求|诉)?(单位|企业|公司|对象)|用人单位|涉及(单位|企业)|涉事(单位|企业)|欠薪(单位|企业)|employer|company)(名称|全称)?$/i,
    ],
  ],
  ['workers', [/^(涉及|欠薪|涉事|被欠薪)?(人数|职工人数|工人数|员工人数|workers)(（人）|\(人\))?$/i]],
  ['amountYuan', [/^(涉及|欠薪|拖欠|涉案)?(工资)?(金额|总额|amount|amountyuan)(（?\(?(元|万元)\)?）?)?$/i]],
  ['county', [/^(所属|事发|发生)?(区县|县区|县市区|县（市、区）|区域|辖区|county)$/i]],
  ['town', [/^(所属|事发|发生)?(镇街|街镇|乡镇|街道|镇（街道）|乡镇街道|镇街道|town)$/i]],
  ['place', [/^(事发|发生|问题|诉求|事件|涉及|工地|项目)?(地址|地点|位置|place|location)$/i]],
]
