/** Thirteen ways to hide the word from a search, each in a sentence of our own. */
export const disguisedSpellings = [
  '老板欠xin三个月，工友们怎么办',
  '有没有一起讨xin的，工地上',
  '我们厂欠 薪 半年了',
  '欠·薪的老板在哪里，员工等着',
  '公司工*资一直不发，员工急',
  'tuo欠工资的厂，工人注意',
  '欠鑫两个月，工友求助',
  '包工头托欠工资，民工没饭吃',
  '欠\u200b薪两个月，员工没人管',
  '厂里⼯资没发，员工在等',
  '老板欠💰不还，工友们去堵门',
  'qianxin三个月了，厂里没人管，工友求助',
  'QX讨薪，工地上的兄弟们等钱回家',
] as const
