/**
 * Hides names of persons that follow a cue (我叫…, 老板…, 联系人：…), there and wherever the message says them
 * again; the cue stays, the length stays.
 */
export function personNames(text: string): string {
  const heard = new Set<string>()
  const hideAfterCue = (_whole: string, cue: string, name: string) => {
    heard.add(name)
    return cue + '*'.repeat(name.length)
  }
  const hideUnlessOrdinary = (whole: string, cue: string, name: string) =>
    isOrdinary(name) ? whole : hideAfterCue(whole, cue, name)
  const hideUnlessNoName = (whole: string, cue: string, name: string) =>
    noName.test(name) ? whole : hideAfterCue(whole, cue, name)
  let hidden = text
  // What a shape needs is looked for first: most messages name nobody, and the shapes are dear.
  if (/[:：]/u.test(hidden)) hidden = hidden.replace(namedAfterColon, hideUnlessNoName)
  if (/叫|我是|名字|姓名|联系人|大名/u.test(hidden)) hidden = hidden.replace(saysOwnName, hideAfterCue)
  if (/叫|名字|姓名|户名|收款人/u.test(hidden)) {
    hidden = hidden.replace(toldAsName, (whole, cue: string, name: string) =>
      isOrdinary(name) ? whole : hideUnlessNoName(whole, cue, name),
    )
  }
  hidden = hidden.replace(namedByPost, hideUnlessOrdinary)
  if (/[男女]|身份证|电话|手机/u.test(hidden)) {
    hidden = hidden.replace(namedBeforeIdentity, (whole, name: string, rest: string) =>
      isOrdinary(name) ? whole : hideAfterCue(whole, '', name) + rest,
    )
  }
  if (hidden.includes('**')) hidden = hidden.replace(namedWithOthers, hideUnlessOrdinary)
  if (/老板|经理|工头|会计|[厂队班组]长/u.test(hidden)) {
    hidden = hidden.replace(namedBeforePost, (whole, name: string) =>
      isOrdinary(name) || /[部务业司队间]/u.test(name) ? whole : hideAfterCue(whole, '', name),
    )
  }
  if (hidden.includes('等')) {
    hidden = hidden.replace(namedInList, (names: string) =>
      names.replace(/[\u4e00-\u9fa5]+/gu, (name) => hideAfterCue('', '', name)),
    )
  }
  return hideAgain(hidden, heard)
}

/** Whoever states a person as the employer (王小二, 老板李某) has told a name without any cue: nothing of it stays. */
export function maskPersonAsEmployer(name: string): string {
  const [, post = '', person = ''] = statedPerson.exec(name.trim()) ?? []
  if (person === '' || isOrdinary(person) || noName.test(person)) return name
  return post + '*'.repeat(person.length)
}

/** A name of two letters may be part of a place's or a firm's, which stays. */
function hideAgain(text: string, heard: ReadonlySet<string>): string {
  let hidden = text
  for (const name of heard) {
    if (name.length > 2) hidden = hidden.replaceAll(name, '*'.repeat(name.length))
    else if (name.length === 2) {
      const alone = new RegExp(`${name}(?![镇村路街县市区厂店公港桥塘浜])`, 'gu')
      hidden = hidden.replace(alone, '**')
    }
  }
  return hidden
}

function isOrdinary(name: string): boolean {
  return ordinaryWords.test(name) || /[镇村县市区路街厂店]$/u.test(name)
}

/** Surnames in common use; those that are mostly ordinary letters (后, 都, 满) are left out. */
const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤俞章鲁柯樊季裴翟殷焦鲍卞柏窦费柳葛倪凌霍虞支昝管洪左吉钮嵇邢滑荣翁荀羊惠甄曲封芮储靳井富巫乌巴弓牧隗山谷车宓蓬郗班仰仲伊宫宁仇栾甘厉戎祖符景詹束印宿怀蒲邰鄂索咸籍赖卓蔺屠蒙乔阴胥苍闻莘党贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀浦尚农温庄晏瞿阎慕连茹习宦艾容慎戈庾暨居衡耿弘匡国文寇广禄阙欧殳沃蔚夔隆师巩厍聂晁勾敖融冷訾辛阚简饶沙鞠丰关蒯查荆红游竺权逯盖桓涂喻佘佟楚仝褚卫施尤郁岑滕娄祝阮茅麻梅盛骆蓝童颜缪奚诸鄢宗舒屈项闵计臧米贝明戚解柴芦裘应华云水花凤皮纪苗'
const compound = '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫)'

/** Letters that stand in no name: they begin the next word. */
const notInNames =
  '的了是在欠拖不没说跑把给和与跟也就都还有要拿让叫被等我你他她它们这那已将对从到由为因而且但却才只每及或者吗呢吧啊很太打来去上下出入工电手身男女住家今昨月号时带'
const letter = `(?:(?![${notInNames}])[\\u4e00-\\u9fa5])`
const fullName = `(?:${compound}${letter}{1,2}|[${surnames}](?:某某?|${letter}{1,2}))`

/** 阿依·示例: names of several parts. */
const partedName = '[\\u4e00-\\u9fa5]{1,6}(?:[·•][\\u4e00-\\u9fa5]{1,8}){1,3}'

/** After a colon only a name can follow, so the surname need not be known. */
const namedAfterColon = new RegExp(
  `((?:姓名|名字|联系人|投诉人|举报人|反映人|反应人|来电人|诉求人|求助人|申请人|申诉人|控告人|收件人|收款人|付款人|持卡人|户名|开户名|经办人|当事人|受害人|证明人|死者|家属|签字|签名|落款|工人代表|负责人|法定代表人|法人|老板|包工头|工头|班组长|班长|组长|队长|厂长|施工员|会计|经理)\\s?[:：]\\s?)(${partedName}|${compound}?${letter}{2,4}?(?=[\\s,，。;；:：、(（男女电手身联]|$)|${fullName}|[A-Za-z]{2,12}(?:\\s[A-Za-z]{2,12}){0,2})`,
  'gu',
)

/** After 我叫 or 户名 the surname need not be known either, where the words end with the name. */
const toldAsName = new RegExp(
  `((?:我叫|本人叫|本人姓名|我的名字叫?是?|(?<![店厂司品])名叫|名字叫|姓名是?|户名|开户名|收款人|(?:老板娘?|包工头|工头|负责人|经理|组长|班长|队长|厂长)(?:名?叫|姓名))\\s?)(${partedName}|${letter}{2,4}?(?=[,，。;；、!！\\s(（]|$))`,
  'gu',
)

/** What stands where a name would and is none. */
const noName =
  /^(?:待|暂|无|不|未|保密|空|没|略|见|同上|某公司|外卖|快递|保安|物业|城管|警|救|天天|停|苦|喊|骂|滚|冤|大家|工人|工友|师傅|朋友|兄弟|律师|滴滴|代驾|家人|货|车|什么|啥|谁|哪)/u

const saysOwnName = new RegExp(
  `((?:我叫|我是|本人叫|我的名字叫?是?|(?<![店厂司品])名叫|名字叫|姓名是?|联系人是?|叫做|大名)\\s?)(${fullName}(?=[\\s,，。;；:：、!！(（*男女今家住来在是有从户电手身联]|$)|${compound}${letter}{1,2})`,
  'gu',
)

/** A post or kinship may be followed by a name: only a surname with a given name is taken. */
const namedByPost = new RegExp(
  `((?:本人|来电人|反映人|反应人|投诉人|举报人|申请人|受害人|证明人|户名|收款人|工人代表|施工员|老板娘?|法人代表|法定代表人|法人|包工头|工头|负责人|经理|带班的?|班组长|班长|组长|厂长|队长|会计|人事|财务|老乡|工友|同事|丈夫|老公|妻子|老婆|父亲|我爸|母亲|我妈|儿子|女儿)(?:叫做?|是|名叫|为|姓名)?\\s?)(${fullName})`,
  'gu',
)

/** 张三，男，…; 王五 身份证…: a name that stands before its own identity. */
const namedBeforeIdentity = new RegExp(
  `(?<![\\u4e00-\\u9fa5])(${fullName})(\\s?[,，、(（:：]?\\s?(?:男|女)?[,，、]?\\s?(?:男|女|身份证|电话|手机|联系电话))`,
  'gu',
)

/** 联系人：***、李某 and 工友***和王某: who stands beside a hidden name. */
const namedWithOthers = new RegExp(
  `((?<!\\*)\\*{2,4}[、和及与跟])(${fullName})(?=[\\s、,，。;；:：和及与跟等都一可也在]|$)`,
  'gu',
)

/** 找王某某经理: a whole name before a post. */
const namedBeforePost = new RegExp(
  `(?<=(?:^|[\\s,，。;；:：找是由跟向给被叫让问和的]))([${surnames}]${letter}{2}|${compound}${letter}{1,2})(?=老板|经理|包工头|工头|会计|厂长|队长|班长|组长)`,
  'gu',
)

/** 王某、李某、张某等8人: several names and then a number of persons. */
const namedInList = new RegExp(
  `(?<![\\u4e00-\\u9fa5])${fullName}(?:[、,，和]${fullName})+(?=等\\s?[\\d一二三四五六七八九十两几多数]+\\s?[多余来几]?\\s?[名人位])`,
  'gu',
)

const statedPerson = new RegExp(
  `^((?:老板娘?|包工头|工头|负责人|经理|个人|雇主)?(?:叫|是|[:：])?\\s?)(${partedName}|[${surnames}](?:某某?|${letter}{1,2})|${compound}${letter}{1,2}|${letter}[小大老阿]${letter})$`,
  'u',
)

/** Words that begin with a surname's letter and follow the same cues (老板马上, 包工头于昨天, 工友向我). */
const ordinaryWords =
  /^(?:马[上王路]|周[一二三四五六日末转]|何[时况处必]|向(?!某)|于(?!某)|曾(?!某)|申[请诉辩报]|应[该付拿得领发]|方[面案便]|高[兴度价速利中考一二三]|关[门机停于系心]|施[工]|安排|连[夜续]|常|易|钱[财款]|万[元一]|金[额融]|白[天白干]|石[材料]|成|文[件化]|水|管[理不]|单|车[间子辆]|余[款下]|年|严[重肃格禁]|韩国|祖[籍上]|平|任[何务职命]|江[苏西南]|山[东西]|宁[波夏]|温[州岭]|程[度序]|国[家庆]|通[知过]|居[然住]|查[封账看询]|支[付票持]|费用|武[汉力]|许[多诺村]|符合|简[直单]|农[民历田]|游|容易|班[组子]|党[员委]|师|广[州东告]|富|夏[天季]|冷[漠淡]|辛[苦]|劳[动务]|尚未|洪合|丰|怀[疑孕]|封[条口]|季[度]|荣誉|边|景区|权|印|毛[衫利病]|顾[客及虑]|陆[续]|胡[说乱]|盖|红[包]|却|束|融资|红利|付[款钱清了]|左右|金[钱属]|章程|黄了|索[要赔]|习惯|扶[贫持]|储[蓄]|史|计[算划件]|明[天年白显确日]|解[决释除雇]|米|诸[多位]|舒服|童工|盛[夏行]|麻[烦将]|卫[生健]|宗旨|华[东西南北中联丰为]|云[上端南]|水[电费泥管库]|花[了钱费园店]|纪[检委律念]|皮[革具])/u
