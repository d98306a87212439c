import { describe, expect, it } from 'vitest'
import { compareNames, nameSort } from '../../shared/nameSort.ts'


describe('nameSort', () => {
  it.each([
    ['as a telephone book, digits and letters first', ['2号仓库', '10号仓库', 'A2 Trading', 'A10 Trading', 'ａｂｃ贸易', 'ABC有限公司', 'Zoll GmbH', '安徽合力', '北京第2建筑', '北京第10建筑', '长城汽车', '重庆长安', '杜邦', '厦门钨业', '张家港']],
    ['a shorter syllable first, and a name before the longer one', ['西安', '先进', '张', '张A', '张三', '张三丰']],
    ['syllables that begin alike', ['方安', '方案公司', '房产', '利昂', '李四', '连云港', '鲁班', '吕布', '栾川', '略阳', '伦敦', '罗蒙']],
    ['surnames as surnames sound, and words as words', ['曹操', '陈平', '解放汽车厂', '柳青', '万俟卨', '区伯', '欧阳修', '仇英', '单立人', '盛大', '尉迟恭', '曾国藩', '翟志刚']],
    ['the surname of a firm that bears it', ['夏衍', '解氏机械有限公司', '徐记酒楼', '曾记食品有限公司']],
  ])('%s', (_, names) => expect(names.toReversed().toSorted(compareNames)).toEqual(names))

  it.each([
    ['ＡＢＣ　公司', 'abc公司'], ['苏州（恒锐）公司', '苏州(恒锐)公司'], ['苏州恒锐公司', '苏州 恒锐 公司'], ['Éclair', 'eclair'], ['007', '7'],
  ])('%s and %s stand at one place', (a, b) => expect(nameSort(a)).toBe(nameSort(b)))

  it.each([['单立人', '~shan ~li ~ren '], ['重庆', '~chong ~qing '], ['吕', '~lu! '], ['A-2 1', 'a 012 011'], ['', ''], ['_%', '']])('%s is %s', (name, key) => expect(nameSort(name)).toBe(key))
})
