/** Two tellings, and what makes them one event or two. All invented. */
export type Pair = readonly [what: string, first: string, second: string]

/** The same event from 12345, 110, the grid and online, in many wordings. */
export const oneEvent: readonly Pair[] = [
  [
    '12345 and a forum, same firm',
    '来电反映：桐乡市濮院镇鑫禾制衣有限公司拖欠38名员工两个月工资，合计65.4万元',
    '濮院鑫禾制衣厂老板跑路了，我们三十多个人的工资没着落',
  ],
  [
    'short and registered name',
    '嘉兴市鑫禾制衣有限公司欠我们车间三个月工资',
    '有人知道鑫禾制衣公司什么时候发工资吗，拖欠三个月了',
  ],
  [
    'firm told as 厂 and as 公司',
    '平湖新埭宏沅箱包厂拖欠12个工人四个月工资',
    '平湖市宏沅箱包有限公司四个月没发工资了，12个人都在等',
  ],
  [
    'firm with and without the city',
    '浙江嘉兴恒沅建设有限公司拖欠农民工工资50万',
    '恒沅建设有限公司欠薪，50万工钱没结',
  ],
  [
    'a branch of the same firm',
    '恒沅建设集团第三分公司欠我们工资半年了',
    '恒沅建设集团拖欠工资半年，工人在等说法',
  ],
  [
    '110 and a forum about one gate',
    '110接警：濮院镇一家毛衫厂门口约40人聚集讨要工资',
    '濮院毛衫厂门口围了四十多人讨薪，老板不露面，工资没发',
  ],
  [
    'same site, second names only the site',
    '海宁长安镇幸福花苑项目，恒沅建设有限公司拖欠木工班组工资',
    '幸福花苑工地的工人工资到现在没发',
  ],
  [
    'same site, told by two crews',
    '秀洲区王江泾镇城南安置房三期工地欠木工工资12万',
    '城南安置房三期工地泥水班组工资也没结，欠了12万',
  ],
  [
    'same site with and without its phase',
    '嘉善姚庄锦绣家园二期项目拖欠工人工资',
    '姚庄锦绣家园项目工人讨薪，工资拖了三个月',
  ],
  [
    'passed on with a lead',
    '干了半年活，老板就是不给工钱，班组19个人的血汗钱一分没拿到，打电话也不接了',
    '转发扩散！干了半年活，老板就是不给工钱，班组19个人的血汗钱一分没拿到，打电话也不接了',
  ],
  [
    'passed on with a town added',
    '厂里三个月没发工资了，老板把机器都拉走了，46个人站在门口没人管',
    '许村这边：厂里三个月没发工资了，老板把机器都拉走了，46个人站在门口没人管，求转发',
  ],
  [
    'same town, headcount and amount',
    '濮院镇有38人被拖欠工资65.4万元，网格员已上门',
    '桐乡濮院38个工友的65.4万血汗钱，谁来管管',
  ],
  [
    'same town, amount to the hundred',
    '油车港一家电子厂欠薪，涉及金额23.68万元',
    '油车港镇工人来电，被欠工资共23.68万元',
  ],
  [
    'same town, trade, headcount',
    '濮院一家毛衫厂欠我们30个工人的工资',
    '来电人反映濮院镇某毛衫厂拖欠三十多名工人工资',
  ],
  [
    'same town, trade, headcount as words',
    '许村布艺厂二十二个工人三个月工资没发',
    '海宁市许村镇一家布艺厂拖欠22名工人工资三个月',
  ],
  [
    'grid report and forum',
    '网格员上报：余新镇一家家具厂停工，26名工人工资拖欠两个月',
    '余新那个家具厂停工了，26个人两个月工资没给，怎么办',
  ],
  [
    'petition and hotline, same firm',
    '信访件：海盐县西塘桥街道金沅紧固件有限公司拖欠工资',
    '金沅紧固件厂工资发不出来，大家去县里反映了',
  ],
  [
    'union and hotline, same firm',
    '工会来函，嘉善县天凝镇绿沅木业有限公司拖欠55名职工工资',
    '天凝绿沅木业的工资五十多个人都没拿到',
  ],
  [
    'one teller beside the whole crew',
    '桐乡崇福镇明沅皮革有限公司拖欠60名工人工资共48万元',
    '我在崇福明沅皮革上班，公司欠我一个人工资8000元不给',
  ],
  [
    'firm named in brackets',
    '鑫禾（平湖）电子有限公司拖欠工资，20名工人',
    '平湖鑫禾电子公司欠工资，一共二十来人',
  ],
  [
    'hotline with figures, forum with feeling',
    '来电反映钟埭街道宏沅箱包厂拖欠工资，涉及15人9万元',
    '宏沅箱包厂太黑心，工资一拖再拖，15个人等着9万块过日子',
  ],
  [
    'same words, other figures of speech',
    '南湖区大桥镇一家五金厂老板失联，拖欠18名工人两个月工资，合计14.5万元',
    '大桥镇五金厂，老板失联，18名工人两个月工资拖欠，14.5万元没着落',
  ],
  ['town told later', '锦沅服饰有限公司拖欠工资三个月，没人管', '许村镇锦沅服装厂三个月没发工资'],
  ['county told, then the town', '桐乡市鑫禾针织有限公司拖欠工资', '濮院鑫禾针织厂的工资什么时候发'],
  ['a school site', '乍浦镇滨海学校工程拖欠木工班组工资21.6万元', '港区滨海学校项目的木工工资21.6万一直不给'],
  [
    'the firm and its site, then the firm',
    '恒沅建设有限公司承建的幸福花苑项目拖欠工资',
    '恒沅建设公司欠农民工工资，工人在等',
  ],
  [
    'the firm and its site, then the site',
    '宏沅装饰工程有限公司在锦绣家园项目欠薪',
    '锦绣家园工地装修工人的工资没人给',
  ],
  [
    'a banner seen and told',
    '海宁海洲街道金沅服装厂门口工人拉横幅讨薪',
    '金沅服装有限公司门口有横幅，写着还我血汗钱，欠工资',
  ],
  ['danger, then the wages', '长安镇幸福花苑工地有工人爬上塔吊讨薪', '幸福花苑工地塔吊上有人，说是工资没给'],
  ['flight told twice', '濮院鑫禾毛衫厂老板跑路，工资没发', '鑫禾毛衫有限公司法人联系不上，拖欠员工工资'],
  [
    'spoken and written amount',
    '濮院镇毛衫厂拖欠36个工人工资共四十二万五千元',
    '濮院毛衫厂欠薪42.5万元，涉及36人',
  ],
  ['a restaurant', '桐乡梧桐街道蓝沅餐饮有限公司关门，拖欠服务员工资', '蓝沅餐厅关门跑路，服务员工资没发'],
  ['months as a half year', '洪合镇佳沅毛衫厂拖欠工资半年', '佳沅羊毛衫有限公司6个月没发工资'],
  [
    'copied with a comment',
    '姚庄一家箱包厂欠了我们12个人四个月工资，找了劳动监察还没结果，等着钱交房租',
    '帮老乡问：姚庄一家箱包厂欠了我们12个人四个月工资，找了劳动监察还没结果，等着钱交房租',
  ],
  [
    'spaces between the letters',
    '崇福皮革厂拖欠工资三个月，大家都在等老板给个说法，孩子等钱上学',
    '崇 福 皮 革 厂 拖欠工资三个月，大家都在等老板给个说法，孩子等钱上学',
  ],
  [
    'the group of tradesmen',
    '新塍镇恒沅劳务有限公司拖欠瓦工班组工资18.7万元',
    '恒沅劳务公司瓦工工资18.7万没结清，拖欠到现在',
  ],
  [
    'a park of many firms, one named',
    '经开区明沅电子有限公司工资打七折，拖欠200多人',
    '明沅电子厂两百来人的工资被拖欠，只肯打七折',
  ],
  ['a logistics firm', '王店镇捷沅物流有限公司拖欠司机工资', '捷沅物流欠司机两个月工资'],
  [
    '110 with a place and a number',
    '110：石门镇工地25名工人讨薪，被欠31.2万元',
    '石门镇工地25人被欠工资31.2万，到现在没人管',
  ],
  [
    'a mill by two words',
    '盛泽边上的王江泾顺沅喷织厂欠工资三个月',
    '王江泾镇顺沅纺织有限公司拖欠工人三个月工资',
  ],
  ['a home furnishing firm', '天凝镇木沅家居有限公司，拖欠工资，工人33名', '木沅家具厂三十多个人工资没发'],
  [
    'a nursing home site',
    '平湖市曹桥街道康养中心项目拖欠钢筋班组劳务费',
    '曹桥康养中心工地钢筋工的劳务费还欠着，工资没给',
  ],
]

/** Look-alikes: much in common, and two events nevertheless. */
export const twoEvents: readonly Pair[] = [
  [
    'another firm, same words',
    '桐乡濮院鑫禾制衣有限公司拖欠38名员工两个月工资，大家都在厂门口等',
    '桐乡濮院恒沅制衣有限公司拖欠38名员工两个月工资，大家都在厂门口等',
  ],
  [
    'another firm of one brand, other work',
    '恒沅建设有限公司拖欠工资三个月',
    '恒沅劳务有限公司拖欠工资三个月',
  ],
  ['one name in two counties', '桐乡恒达建设有限公司拖欠工资', '海宁恒达建设有限公司拖欠工资'],
  [
    'another site of one builder',
    '恒沅建设有限公司在幸福花苑项目拖欠工资',
    '恒沅建设有限公司在城南安置房项目拖欠工资',
  ],
  ['another phase', '王江泾城南安置房二期工地欠木工工资', '王江泾城南安置房三期工地欠木工工资'],
  ['another section', '快速路1标段项目拖欠工人工资', '快速路2标段项目拖欠工人工资'],
  ['same trade, another town', '濮院一家毛衫厂欠30个工人工资两个月', '洪合一家毛衫厂欠30个工人工资两个月'],
  [
    'same form, another town',
    '来电反映：许村镇一家工厂拖欠22名工人工资三个月，合计18万元',
    '来电反映：新埭镇一家工厂拖欠22名工人工资三个月，合计18万元',
  ],
  ['same town, another trade', '濮院一家毛衫厂老板不发工资', '濮院一家包装厂老板不发工资'],
  [
    'same town, trade, ten times the people',
    '濮院一家毛衫厂拖欠200名工人工资',
    '濮院一家毛衫厂拖欠12名工人工资',
  ],
  [
    'same town, trade, other amount',
    '崇福皮革厂拖欠工资95万元，工人在等',
    '崇福皮革厂拖欠工资6万元，工人在等',
  ],
  [
    'same firm, other amount by far',
    '鑫禾制衣有限公司拖欠40名工人工资90万元',
    '鑫禾制衣有限公司拖欠35名工人工资5.5万元',
  ],
  ['same firm, other period by far', '鑫禾制衣有限公司拖欠一个月工资', '鑫禾制衣有限公司拖欠一年工资'],
  ['same town only', '濮院这边工厂拖欠工资，老板说没钱', '濮院镇工地上的工钱一直没结，包工头不接电话'],
  ['same county only', '桐乡一家公司拖欠工资两个月', '桐乡一个工地欠我们劳务费'],
  ['same city only', '嘉兴一家工厂拖欠20个工人工资', '嘉兴有个工地拖欠20个人工钱'],
  ['no place, other words', '老板跑路了，三个月工资一分没有', '包工头欠我五千块工钱，去年的'],
  [
    'no place, same headcount',
    '我们12个人的工资没有着落，老板失联',
    '工地12名木工干完活，项目部不认账，劳务费不给',
  ],
  ['no place, same amount', '一共10万的工钱，班组长说等甲方', '厂里欠大家10万工资，财务说下个月'],
  ['same town, common small numbers', '姚庄镇箱包厂欠3个工人两个月工资', '姚庄镇五金厂欠3个工人两个月工资'],
  ['two workshops in one town', '油车港宏图电子厂押着工资不给', '油车港明沅电子厂押着工资不给'],
  [
    'two restaurants in one street',
    '梧桐街道蓝沅餐饮有限公司拖欠服务员工资',
    '梧桐街道红沅餐饮有限公司拖欠服务员工资',
  ],
  ['two schools', '平湖中学工程拖欠木工工资', '秀洲中学工程拖欠木工工资'],
  [
    'one firm’s gate, another firm’s boss',
    '海洲街道金沅服装厂门口工人堵门讨薪',
    '海洲街道银沅服装厂门口工人堵门讨薪',
  ],
  [
    'same set phrases, other firm',
    '请有关部门管一管，崇福明沅皮革有限公司拖欠工人血汗钱',
    '请有关部门管一管，崇福华沅皮革有限公司拖欠工人血汗钱',
  ],
  [
    'same set phrases, other county',
    '请有关部门管一管，海盐一家紧固件厂拖欠工人血汗钱三个月了',
    '请有关部门管一管，嘉善一家木业厂拖欠工人血汗钱三个月了',
  ],
  [
    'twins of a form, other headcount',
    '网格上报：余新镇一家工厂拖欠工资，涉及60名工人',
    '网格上报：余新镇一家工厂拖欠工资，涉及7名工人',
  ],
  ['two sites in one town', '长安镇幸福花苑工地木工讨薪', '长安镇锦绣家园工地木工讨薪'],
  ['a firm and a site elsewhere', '桐乡鑫禾制衣有限公司拖欠工资', '平湖幸福花苑工地拖欠工资'],
  ['same brand, other trade', '宏图箱包厂拖欠工资，12个人', '宏图家具厂拖欠工资，12个人'],
  [
    'same trade and months, no figures',
    '许村一家布艺厂三个月没发工资',
    '许村镇某布艺厂拖欠三个月工资，说客户没给钱',
  ],
  [
    'one-person claims in one town',
    '我在濮院一家厂干了两个月，欠我7800元工资',
    '我老公在濮院工地干了两个月，欠他7000元工钱',
  ],
  ['headcount alike, trade not', '王店镇家具厂拖欠26名工人工资', '王店镇物流公司拖欠26名司机工资'],
  ['two crews of no named site', '港区木工班组12人被欠劳务费21.6万元', '港区钢筋班组11人被欠劳务费8.3万元'],
  ['two drivers of two firms', '捷沅物流有限公司拖欠司机运费工资', '迅沅物流有限公司拖欠司机运费工资'],
  [
    'named and named, words alike',
    '天凝镇绿沅木业有限公司老板失联，员工工资两个月没发',
    '天凝镇青沅木业有限公司老板失联，员工工资两个月没发',
  ],
  ['same site name in two counties', '海宁幸福花苑工地拖欠工资', '嘉善幸福花苑工地拖欠工资'],
  [
    'same words in another town',
    '厂里停工三天了，老板说下周发工资，崇福这边大家都不信',
    '厂里停工三天了，老板说下周发工资，新埭这边大家都不信',
  ],
  ['thousands against hundreds of thousands', '石门镇工地欠工资31.2万元', '石门镇工地欠工资4200元'],
  ['a large firm and a workshop', '经开区明沅电子有限公司拖欠200多人工资', '经开区一个小作坊拖欠5个人工资'],
  [
    'months far apart, same trade and town',
    '洪合一家毛衫厂拖欠工资半个月',
    '洪合一家毛衫厂拖欠工资八个月，老板换了几个',
  ],
  ['different owner of one lane', '大桥镇东沅五金厂欠工资9万', '大桥镇西沅五金厂欠工资9万'],
]
