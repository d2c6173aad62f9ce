import type { GradeView, StepName } from '#contracts/views.ts'

/** One invented incident of the fixture, in a line. */
export type BoardRow = {
  place: string | null
  what: string
  grade: GradeView
  people: [number, number | null] | null
  yuan: number | null
  step: StepName
  /** Seconds until the nearest step is due. */
  due: number
  rung?: number
  owes?: string
  sources?: string[]
}

export const boardRows: BoardRow[] = [
  {
    place: '濮院镇',
    what: '毛衫厂老板跑路',
    grade: 'II',
    people: [38, 38],
    yuan: 654_000,
    step: 'on_site',
    due: 1392,
    owes: 'xcb',
    sources: ['本地论坛', '12345', '网格'],
  },
  {
    place: '王江泾镇',
    what: '喷织厂欠薪三个月',
    grade: 'III',
    people: [30, null],
    yuan: null,
    step: 'on_site',
    due: 290,
    rung: 1,
  },
  {
    place: '海洲街道',
    what: '服装厂门口堵门',
    grade: 'III',
    people: [20, null],
    yuan: null,
    step: 'on_site',
    due: 760,
  },
  {
    place: '经开区',
    what: '工资打七折分期发',
    grade: 'II',
    people: [200, null],
    yuan: null,
    step: 'first_response',
    due: 2468,
  },
  {
    place: null,
    what: '售楼处数十人聚集',
    grade: 'III',
    people: [30, 60],
    yuan: null,
    step: 'on_site',
    due: 3140,
  },
  {
    place: '余新镇',
    what: '厂房查封欠薪八个月',
    grade: 'III',
    people: null,
    yuan: 830_000,
    step: 'facts_verified',
    due: 5760,
  },
  {
    place: '港区',
    what: '木工班组劳务费',
    grade: 'III',
    people: [12, 12],
    yuan: 216_000,
    step: 'first_response',
    due: 8400,
  },
  {
    place: '油车港镇',
    what: '电子厂押工资扣证件',
    grade: 'IV',
    people: [6, 6],
    yuan: null,
    step: 'on_site',
    due: 11_100,
  },
  {
    place: '西塘桥街道',
    what: '工地只发生活费',
    grade: 'IV',
    people: [9, 9],
    yuan: null,
    step: 'on_site',
    due: 13_200,
  },
  {
    place: '乍浦镇',
    what: '标段劳务公司未付款',
    grade: 'IV',
    people: [7, 7],
    yuan: 98_000,
    step: 'facts_verified',
    due: 90_000,
  },
  {
    place: null,
    what: '安置房工地钢筋班组',
    grade: 'IV',
    people: [8, 8],
    yuan: null,
    step: 'facts_verified',
    due: 91_000,
  },
  {
    place: '姚庄镇',
    what: '微信拉黑，问仲裁',
    grade: 'watch',
    people: [1, 1],
    yuan: 6200,
    step: 'first_response',
    due: 172_000,
  },
  {
    place: '新仓镇',
    what: '暑假工少发两千',
    grade: 'watch',
    people: [1, 1],
    yuan: 2000,
    step: 'first_response',
    due: 173_000,
  },
  {
    place: '大麻镇',
    what: '点工钱三千六',
    grade: 'watch',
    people: [1, 1],
    yuan: 3600,
    step: 'first_response',
    due: 174_000,
  },
]
