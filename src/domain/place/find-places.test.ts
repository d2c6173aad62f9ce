import { describe, expect, it } from 'vitest'
import { compileFoldTable, fold } from '#domain/flagging/fold.ts'
import gazetteerJson from '#seeds/gazetteer.json'
import lexicons from '#seeds/lexicons.json'
import { findPlaces } from './find-places.ts'
import { compileGazetteer, type GazetteerJson } from './gazetteer.ts'

const gazetteer = compileGazetteer(gazetteerJson as GazetteerJson)
const folding = compileFoldTable(lexicons.variants as Record<string, string>)

function find(text: string) {
  const { places, outOfArea } = findPlaces(fold(text, folding), gazetteer)
  return { names: places.map((place) => place.name), outOfArea }
}

describe('the gazetteer', () => {
  it('holds the city, seven counties, 72 towns and two zones, each with a point and a known parent', () => {
    const levels = gazetteerJson.units.map((unit) => unit.level)
    expect(
      ['city', 'county', 'town', 'zone'].map((level) => levels.filter((one) => one === level).length),
    ).toEqual([1, 7, 72, 2])
    for (const unit of gazetteerJson.units) {
      expect(unit.lat).toBeGreaterThan(30.2)
      expect(unit.lng).toBeGreaterThan(120.2)
      if (unit.level === 'town') expect(gazetteer.unitOf.get(unit.parent)?.level).toBe('county')
    }
  })
})

describe('finding the place', () => {
  it.each([
    ['王江泾一家喷织厂', ['王江泾镇']],
    ['桐乡濮院的毛衫厂', ['濮院镇', '桐乡市']],
    ['在西塘桥工地', ['西塘桥街道']],
    ['西塘古镇旁边的饭店', ['西塘镇']],
    ['海宁皮革城楼上', ['海洲街道']],
    ['元通街道那边', ['望海街道']],
    ['大麻镇的工地', ['大麻镇']],
    ['老板贩卖大麻', []],
    ['平湖新仓的厂', ['新仓镇', '平湖市']],
    ['买了一辆长安车', []],
    ['海宁长安的厂', ['长安镇', '海宁市']],
    ['工程建设需要大桥', []],
    ['建设街道的店', ['建设街道']],
    ['听说海盐有个厂', ['海盐县']],
    ['食用海盐涨价', []],
    ['我们经开区这边', ['嘉兴经济技术开发区（国际商务区）']],
    ['嘉兴港区的项目', ['嘉兴港区']],
    ['嘉興 南 湖 區的厂', ['南湖区']],
  ])('%s', (text, names) => {
    expect(find(text).names.slice(0, Math.max(names.length, 1))).toEqual(names)
  })

  it.each([
    ['深圳平湖一工地拖欠工资', true],
    ['宁波高桥那边的厂', true],
    ['上海马桥的工厂', true],
    ['广州的公司欠薪', true],
    ['湖南老乡在濮院打工', false],
    ['四川人在工地干活', false],
    ['厂子从杭州搬到桐乡，工资没发', false],
    ['工厂没发工资', false],
  ])('%s: elsewhere %s', (text, outOfArea) => {
    expect(find(text).outOfArea).toBe(outOfArea)
    if (outOfArea) expect(find(text).names).toEqual([])
  })

  it('says where in the text the name stands', () => {
    const text = '厂在 王店 镇'
    const [place] = findPlaces(fold(text, folding), gazetteer).places
    expect(text.slice(place?.start, place?.end)).toContain('王店')
    expect(place).toMatchObject({ code: '330411105', lat: expect.any(Number), lng: expect.any(Number) })
  })
})
