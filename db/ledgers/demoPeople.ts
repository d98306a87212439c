/** The invented factory of the demonstration ledger, its people and its customers. Any likeness to a real company is chance. */
import type { Company } from '../../shared/settings/schemas.ts'
import { terms, type Terms } from '../../shared/terms/schemas.ts'

export const COMPANY: Omit<Company, 'startOn' | 'timeZone'> = {
  name: '苏州恒锐精密机械有限公司', taxNumber: '91320505MA0HENGR0X', bankName: '中国工商银行苏州新区支行', bankAccount: '1102026609000012345',
  address: '苏州市高新区向阳路 88 号', contact: '周敏', phone: '0512-00008888', standard: 'enterprise', currency: 'CNY',
}

export const ACCOUNTS = [
  { name: '工行基本户', bank: '中国工商银行苏州新区支行', number: '1102026609000012345', currency: 'CNY' },
  { name: '农行一般户', bank: '中国农业银行苏州枫桥支行', number: '10538901040056789', currency: 'CNY' },
  { name: '中行美元户', bank: '中国银行苏州分行', number: '481558200112', currency: 'USD' },
] as const

export const OFFICE = [
  { name: '沈国强', role: 'owner', department: '总经办' },
  { name: '周敏', role: 'clerk', department: '财务部' },
  { name: '李文涛', role: 'salesperson', department: '华东销售部' },
  { name: '王雅琴', role: 'salesperson', department: '华东销售部' },
  { name: '陈志远', role: 'salesperson', department: '华南销售部' },
  { name: '赵海峰', role: 'salesperson', department: '北方销售部' },
  { name: '孙晓梅', role: 'salesperson', department: '西部销售部' },
] as const
export const CLERK = '周敏'

/** How a customer pays: on the day, some weeks late, months late, or only when pressed. */
export type Habit = 'punctual' | 'usual' | 'slow' | 'bad'

export interface DemoCustomer {
  name: string
  shortName: string
  city: string
  salesperson: string
  habit: Habit
  terms: Terms
  /** Invoices a month, on average. */
  pace: number
  /** Yuan of a usual invoice. */
  size: number
  cutOffDate: number | null
  /** Dates of the month on which the customer pays; none pays on any workday. */
  payDates: readonly number[]
  currency: 'CNY' | 'USD'
}

/** 月结. */
const SETTLED = { trigger: 'handedIn', monthEnd: 'before' } as const
const TERMS: readonly [Terms, ...Terms[]] = [
  terms({ days: 30 }), terms({ days: 60 }), terms({ ...SETTLED, days: 30 }), terms({ ...SETTLED, last: { kind: 'onDate', count: 25 } }), terms({ days: 90 }),
  terms({ months: 2 }), terms({ ...SETTLED, days: 60 }), terms({}), terms({ months: 3, last: { kind: 'onDate', count: 10 } }), terms({ days: 45 }),
]
const PAY_DATES = [[], [10, 25], [15], [], [28], [5, 20], [25], [31]] as const
const HABITS: readonly [Habit, ...Habit[]] = [
  'punctual', 'usual', 'punctual', 'slow', 'punctual', 'usual', 'usual', 'punctual', 'bad', 'usual', 'punctual', 'punctual', 'slow',
]

/** Short name, the rest of the full name, city; initials repeat on purpose (SHJX), and characters have several readings (重庆, 长沙, 厦门, 乐清, 六安, 单县). */
const NAMES: Record<string, readonly (readonly [shortName: string, name: string, city: string])[]> = {
  李文涛: [
    ['上海机械', '上海机械（集团）有限公司', '上海'], ['盛华机箱', '苏州盛华机箱制造有限公司', '苏州'], ['无锡恒泰', '无锡恒泰机械有限公司', '无锡'],
    ['昆山华腾', '昆山华腾精密模具有限公司', '昆山'], ['常州新恒', '常州新恒电气股份有限公司', '常州'], ['南通江海', '南通江海重工有限公司', '南通'],
    ['张家港宏达', '张家港宏达钢管有限公司', '张家港'], ['太仓港务', '太仓港务设备有限公司', '太仓'], ['扬州亚盛', '扬州亚盛数控设备厂', '扬州'],
    ['镇江船机', '镇江船舶机械（集团）股份有限公司', '镇江'], ['泰州双羊', '泰州双羊减速机有限公司', '泰州'], ['盐城纺机', '盐城纺织机械有限公司', '盐城'],
  ],
  王雅琴: [
    ['杭州西溪', '杭州西溪自动化技术有限公司', '杭州'], ['宁波海昌', '宁波海昌注塑装备有限公司', '宁波'], ['绍兴精越', '绍兴精越轴承有限公司', '绍兴'],
    ['乐清正和', '乐清正和电器有限公司', '乐清'], ['台州杰诚', '台州杰诚缝制机械有限公司', '台州'], ['嘉兴申禾', '嘉兴申禾紧固件有限公司', '嘉兴'],
    ['湖州久盛', '湖州久盛特种管业有限公司', '湖州'], ['金华铁马', '金华铁马车业（集团）有限公司', '金华'], ['温州瑞安', '温州瑞安汽配有限公司', '温州'],
    ['合肥江淝', '合肥江淝机床有限公司', '合肥'], ['芜湖奇峰', '芜湖奇峰零部件有限公司', '芜湖'], ['六安永达', '六安永达传动有限公司', '六安'],
    ['蚌埠凯盛', '蚌埠凯盛液压件厂', '蚌埠'],
  ],
  陈志远: [
    ['深化机箱', '深圳市深化机箱科技有限公司', '深圳'], ['东莞长安', '东莞长安五金塑胶有限公司', '东莞'], ['佛山顺德', '佛山顺德厨具机械有限公司', '佛山'],
    ['中山格兰', '中山格兰电器制造有限公司', '中山'], ['珠海欣科', '珠海欣科电器有限公司', '珠海'], ['厦门金鹭湾', '厦门金鹭湾客车配件有限公司', '厦门'],
    ['福州福光', '福州福光玻璃机械有限公司', '福州'], ['泉州南安', '泉州南安阀门有限公司', '泉州'], ['惠州德信', '惠州德信自动化有限公司', '惠州'],
    ['南宁广发', '南宁广发重型机械（集团）有限公司', '南宁'], ['Hanse Maschinen', 'Hanse Maschinen Handels GmbH', 'Hamburg'],
  ],
  赵海峰: [
    ['沈阳机床', '沈阳第三机床附件厂', '沈阳'], ['大连冰海', '大连冰海制冷设备有限公司', '大连'], ['长春一鸣', '长春一鸣零部件有限公司', '长春'],
    ['哈尔滨松北', '哈尔滨松北设备有限公司', '哈尔滨'], ['天津泰和', '天津泰和泵业有限公司', '天津'], ['北京华腾', '北京华腾液压技术有限公司', '北京'],
    ['唐山宏达', '唐山宏达轧辊有限公司', '唐山'], ['石家庄强盛', '石家庄强盛泵业（集团）有限公司', '石家庄'], ['青岛汇金', '青岛汇金输送机械有限公司', '青岛'],
    ['烟台冰源', '烟台冰源压缩机配件有限公司', '烟台'], ['济南双机', '济南双机机械配套有限公司', '济南'], ['单县恒信', '单县恒信铸造有限公司', '菏泽'],
  ],
  孙晓梅: [
    ['重庆钢厂', '重庆西南特种钢厂', '重庆'], ['重庆长嘉', '重庆长嘉汽车部件有限公司', '重庆'], ['成都东川', '成都东川电站设备有限公司', '成都'],
    ['西安航盛', '西安航盛精密铸造有限公司', '西安'], ['长沙中岳', '长沙中岳泵车配件有限公司', '长沙'], ['武汉江锻', '武汉江锻锻造有限公司', '武汉'],
    ['株洲时新', '株洲时新橡塑元件有限公司', '株洲'], ['郑州恒天', '郑州恒天机械有限公司', '郑州'], ['洛阳轴精', '洛阳轴精精工轴承有限公司', '洛阳'],
    ['昆明云岭', '昆明云岭动力配件有限公司', '昆明'], ['贵阳永吉', '贵阳永吉工具厂', '贵阳'], ['兰州石源', '兰州石源机械配套有限公司', '兰州'],
  ],
}

const cycle = <T>(list: readonly [T, ...T[]], index: number): T => list[index % list.length] ?? list[0]

/** All customers; each third is large, so that a few debtors make up most of the debt, as in life. */
export const CUSTOMERS: readonly DemoCustomer[] = Object.entries(NAMES).flatMap(([salesperson, names]) => names.map((name) => ({ salesperson, name })))
  .map(({ salesperson, name: [shortName, name, city] }, index) => {
    const foreign = city === 'Hamburg'
    const large = index % 3 === 0
    return {
      name, shortName, city, salesperson, habit: foreign ? 'punctual' : cycle(HABITS, index),
      terms: foreign ? terms({ days: 60 }) : cycle(TERMS, index * 3), pace: large ? 1.05 : index % 3 === 1 ? 0.55 : 0.3,
      size: large ? 96_000 : index % 5 === 1 ? 38_000 : 15_000, cutOffDate: index % 4 === 0 ? 25 : index % 9 === 2 ? 20 : null,
      payDates: PAY_DATES[(index * 5) % PAY_DATES.length] ?? [], currency: foreign ? 'USD' : 'CNY',
    }
  })

export const GOODS = ['数控车床主轴', '液压站总成', '减速机壳体', '非标夹具', '传动轴', '法兰盘', '导轨滑块', '齿轮箱', '机加工件', '焊接机架'] as const
export const OTHER_CHARGES = ['代垫运费', '模具开发费', '技术服务费', '包装物押金', '逾期违约金'] as const
export const SURNAMES = ['张', '刘', '杨', '黄', '吴', '徐', '马', '朱', '胡', '郭', '何', '高', '林', '罗', '梁'] as const
export const GIVEN = ['建国', '丽华', '志强', '秀英', '伟', '敏', '静', '磊', '洋', '艳', '勇', '霞', '涛', '明', '玲'] as const
