import { ordinarySentences } from './privacy-ordinary.ts'
import { personalSentences } from './privacy-sentences.ts'

/** Every way in which one kind of personal datum is written. */
const written: Record<string, readonly string[]> = {
  phone: [
    '19900000100',
    '199 0000 0101',
    '199-0000-0102',
    '+8619900000103',
    '１９９０００００１０４',
    '一九九零零零零零一零五',
    '幺九九 零零零零 零一零六',
    '1️⃣9️⃣9️⃣0️⃣0️⃣0️⃣0️⃣0️⃣1️⃣0️⃣7️⃣',
    '①⑨⑨⓪⓪⓪⓪⓪①⓪⑧',
    '1 9 9 0 0 0 0 0 1 0 9',
    '199.0000.0110',
    '0573-00000111',
  ],
  id: [
    '990000199001011234',
    '99000019880808123X',
    '990000 19900101 1236',
    '９９００００１９９００１０１１２３７',
  ],
  card: ['6200000000000000109', '6200 0000 0000 0000 110', '5500000000000111'],
  plate: ['浙F00107', '浙F·D0010', '沪A·00109', '浙AD00110'],
  account: ['gongyou_109', 'wxid-test110', 'abc111222', 'shi_fan113'],
  qq: ['100000109', '9000000110', '800000111'],
  mail: ['nobody@mail.example', 'a.b+c@mail.example.cn', 'test_109@sub.mail.example'],
  name: ['王示例', '欧阳示范', '李示', '诸葛示例', '朱示范', '示小五'],
  boss: ['陈示例', '吴示范', '司马示例', '魏示'],
}

/** Each line with every writing of its kind: what an officer's inbox looks like, over and over. */
const templates: readonly [kind: string, text: string][] = [
  ['phone', '工资的事请打我电话{}，一直在线'],
  ['phone', '有知道老板下落的联系{}，重谢'],
  ['phone', '厂里欠了38个人的工资，手机{}'],
  ['phone', '来电号码{}，要求尽快回复'],
  ['phone', '（{}）多人反映同一工地'],
  ['phone', '欠薪登记\n电话{}\n人数二十'],
  ['id', '本人身份证{}，请核实社保'],
  ['id', '{}，这是我的证件，欠薪三个月'],
  ['id', '登记表：身份证号：{}，工种：钢筋'],
  ['card', '工资一直没打到{}，查过流水'],
  ['card', '收款卡号：{}，请尽快'],
  ['plate', '包工头开着{}跑了，拍了照'],
  ['plate', '门口停着{}，老板就在里面'],
  ['account', '名单在我这，加微信{}'],
  ['account', '微信号：{}，验证写厂名'],
  ['account', '视频见抖音号：{}'],
  ['qq', '聊天记录QQ{}可看'],
  ['qq', 'QQ：{}，白天上班晚上回'],
  ['mail', '材料请发{}，谢谢'],
  ['mail', '邮箱：{}；地址不便公开'],
  ['name', '我叫{}，从三月干到现在没拿钱'],
  ['name', '姓名：{}，工种：木工'],
  ['name', '联系人：{}；班组二十人'],
  ['name', '投诉人：{}，被欠一万二'],
  ['boss', '老板{}，说好月底结'],
  ['boss', '包工头{}拿了进度款就没影'],
  ['boss', '法定代表人：{}，厂已停电'],
  ['boss', '老板叫{}，本地人'],
  ['boss', '项目经理{}电话不接'],
]

/** Figures of every day in every place a figure stands. */
const figures = ['12', '38', '110', '199', '1390', '6200', '12345', '13800', '65400', '199000', '1234567']
const ordinaryTemplates: readonly string[] = [
  '共欠{}元，盼尽快解决',
  '工程款{}万元，人工费没付',
  '厂里{}件订单压在仓库',
  '{}平方米厂房出租，带行车',
  '浏览{}次，无人回复',
  '工单第{}号已办结',
  '设备型号LX-{}，九成新',
  '{}公里外的工地也停了',
  '转账{}块，备注工资',
  '线路{}伏，施工注意安全',
  '编号{}的塔吊拆了',
  '累计服务{}人次',
  '每吨{}元，货到付款',
  '{}号文件要求年前清零',
]

/** Marked with « and »: every hand-written sentence and every template with every writing of its datum. */
export const personalTexts: readonly string[] = [
  ...personalSentences,
  ...templates.flatMap(([kind, text]) =>
    (written[kind] ?? []).map((datum) => text.replace('{}', `«${datum}»`)),
  ),
]

export const ordinaryTexts: readonly string[] = [
  ...ordinarySentences,
  ...ordinaryTemplates.flatMap((text) => figures.map((figure) => text.replace('{}', figure))),
]
