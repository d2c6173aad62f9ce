/** Hides names of persons that follow a cue (我叫…, 老板…, 联系人：…); the cue stays, the length stays. */
export function personNames(text: string): string {
  return text
    .replace(saysName, (whole, cue: string, name: string) => cue + hideName(name, whole, false))
    .replace(holdsPost, (whole, cue: string, name: string) => cue + hideName(name, whole, true))
    .replace(beforeIdentity, (_whole, name: string, rest: string) => '*'.repeat(name.length) + rest)
}

const surnames =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾萧肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤俞章鲁柯樊季裴翟殷焦鲍卞柏窦费柳葛倪凌霍虞支柯昝管洪左崔吉钮程嵇邢滑裴荣翁荀羊惠甄曲封芮储靳井段富巫乌巴弓牧隗山谷车宓蓬全郗班仰秋仲伊宫宁仇栾暴甘厉戎祖符景詹束龙印宿怀蒲邰鄂索咸籍赖卓蔺屠蒙乔阴胥苍双闻莘党贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀浦尚农温庄晏瞿阎慕连茹习宦艾容慎戈庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空沙鞠丰巢关蒯相查后荆红游竺权逯盖益桓公'
const compound = '(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|南宫)'

/** Letters that end a name: they begin the next word. */
const notInNames =
  '的了是在欠拖不没说跑把给和与跟也就都还有要拿让叫被等我你他她它们这那已将对从到向由为因而且但却才只每于及或者吗呢吧啊很太被打来去上下出入工电手身男女住家今明昨今年月日号时，。、；：！？ \n'
const given = `(?:(?![${notInNames}])[\u4e00-\u9fa5])`

/** Cues after which only a name can follow, so the surname need not be known. */
const saysName = new RegExp(
  `((?:我叫|我的名字叫|名叫|名字叫|姓名|联系人|投诉人|举报人|反映人|申请人|收件人|户名|开户名|经办人|当事人)\\s?(?:是|为)?\\s?[:：]?\\s?)(${compound}?${given}[\\u4e00-\\u9fa5*]?${given}?|[A-Za-z]{2,12}(?:\\s[A-Za-z]{2,12}){0,2})`,
  'gu',
)

/** Cues after which a name may follow: only a surname and a given name are taken. */
const holdsPost = new RegExp(
  `((?:本人|老板娘?|法人代表|法定代表人|法人|包工头|工头|负责人|经理|老板叫|老板是|带班的?|班组长|班长|组长|厂长|队长|会计|人事|财务|老乡|工友|同事|丈夫|老公|妻子|老婆|父亲|我爸|母亲|我妈|儿子|女儿)(?:叫做?|是|名叫|为|姓名)?\\s?[:：]?\\s?)(${compound}${given}{1,2}|[${surnames}](?:某某?|${given}{1,2}))`,
  'gu',
)

/** 张三，男，…；王五 身份证…: a name that stands before its own identity. */
const beforeIdentity = new RegExp(
  `(?<![\\u4e00-\\u9fa5])([${surnames}]${given}{1,2})(\\s?[,，、(（:：]?\\s?(?:男|女|身份证|电话|手机))`,
  'gu',
)

function hideName(name: string, _whole: string, surnameFirst: boolean): string {
  if (surnameFirst && ordinaryWords.test(name)) return name
  return '*'.repeat(name.length)
}

/** Words that begin with a surname's letter and follow the same cues (老板马上, 包工头于昨天, 工友向我). */
const ordinaryWords =
  /^(?:马上|周[一二三四五六日末]|何时|何况|何处|向[着前后]|于[是昨今]|方面|高[兴度价]|关[门机停]|项目|施工|安排|连[夜续]|常[年常]|易[于]|钱[财款]|万[元一]|金额|白[天白]|石[材料]|成[立天]|文[件化]|水[电费]|管[理不]|单[位方]|应[该付]|车[间子]|全[部厂家]|余[款下]|年[底前]|严[重肃]|平[时均湖]|任[何务]|江[苏西]|山[东西]|宁[波夏]|温[州岭]|程[度序]|康|国[家庆]|通[知过]|利[用息]|终[于]|居[然住]|东[西莞]|满[意口]|相[关互]|查[封账]|后[来面]|公[司开安]|支[付票]|费[用]|武[汉力]|许[多诺村]|史|符合|曾[经]|步|简[直单]|农[民历]|游|容|班组|党|充|申[请诉]|师[傅]|都|广[州东告]|商量|双[方倍]|贷|富|夏[天季]|冷[漠]|辛[苦]|劳[动务]|尚[未欠]|洪合|海|丰|怀疑|封[条口]|季[度]|强[制行]|荣|谷|边|景|田|高速|高利|权|印|毛[衫利]|毛病|段|顾[客及]|陆[续]|贺|胡[说乱]|时|经|程|越[级来]|和|空|越|盖|红[包]|庄|那|却)/u
