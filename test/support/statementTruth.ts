/** Statements as a bank knows them, made from a seed: what every layout of them must be read as. */
import { addDays, type Day } from '../../shared/day.ts'
import type { Direction } from '../../shared/bank/schemas.ts'
import type { Random } from '../simulation/random.ts'

export interface TrueLine {
  on: Day
  time: string
  direction: Direction
  /** Fen. */
  amount: number
  balance: number
  counterparty: string
  counterpartyAccount: string
  bank: string
  /** 摘要, 用途 and 附言: up to three texts. */
  texts: [string, string, string]
  serial: string
}

export interface TrueStatement {
  account: string
  name: string
  bank: string
  opening: number
  lines: TrueLine[]
}

const PLACES = ['云州', '海澄', '临溪', '北屿', '松岭']
const NAMES = ['恒泰', '新源', '(集团)远大', '金鼎', '百川"源"', '德润,', '一二三']
const KINDS = ['机械有限公司', '贸易有限公司', '电子（云州）股份有限公司', '五金经营部', '科技有限责任公司']
const MEMOS_IN = ['货款', '付HT2026-0012合同款', '26002000000012345678', '转账', '往来款', '12月货款,尾款', '']
const MEMOS_OUT = ['材料款', '电费', '付货款', '报销', '工资', '']
const MEMOS_BANK = ['手续费', '汇划费', '账户管理费']

const digits = (random: Random, count: number): string => Array.from({ length: count }, () => random.between(0, 9)).join('')

export function makeStatement(random: Random): TrueStatement {
  const parties = Array.from({ length: 6 }, () => ({
    name: random.chance(0.15) ? random.pick(['张三', '李建国', '欧阳小敏'])! : `${random.pick(PLACES)}${random.pick(NAMES)}${random.pick(KINDS)}`,
    account: `62${digits(random, random.between(8, 17))}`, bank: `${random.pick(['中国银行', '工商银行', '云州农商银行'])}${random.pick(PLACES)}支行`,
  }))
  const opening = random.between(1_000_000, 900_000_000)
  const lines: TrueLine[] = []
  let [on, seconds, balance] = [addDays('2026-01-01' as Day, random.between(0, 300)), 0, opening]
  const count = random.between(4, 60)
  for (let index = 0; index < count; index += 1) {
    const days = random.weighted({ 0: 5, 1: 3, 2: 1, 9: 1 })
    if (index > 0 && Number(days) > 0) [on, seconds] = [addDays(on, Number(days)), 0]
    // From nine in the morning on, so that sixty lines of a day end before the next.
    seconds = Math.min(seconds === 0 ? 32_400 + random.between(0, 3600) : seconds + random.between(0, 900), 86_399)
    const bank = random.chance(0.08)
    const direction: Direction = bank || random.chance(0.35) ? 'out' : 'in'
    const before = lines.at(-1)
    const again = before && random.chance(0.05) && before.on === on
    const party = bank ? { name: '', account: '', bank: '' } : random.pick(parties)!
    const amount = bank ? random.between(50, 2000) : random.chance(0.3) ? random.between(1, 500) * 10_000 : random.between(100, 90_000_000)
    const memo = random.pick(bank ? MEMOS_BANK : direction === 'in' ? MEMOS_IN : MEMOS_OUT)!
    const line: TrueLine = again
      ? { ...before }
      : { on, time: clock(seconds), direction, amount, balance: 0, counterparty: party.name, counterpartyAccount: party.account, bank: party.bank, texts: [memo, random.chance(0.2) ? '网银转账' : '', random.chance(0.15) ? '附言如此' : ''], serial: '' }
    balance += line.direction === 'in' ? line.amount : -line.amount
    lines.push({ ...line, balance, serial: `${random.pick(['N', 'T', ''])}${100_000 + index * 7}${digits(random, 6)}` })
  }
  return { account: `0000${digits(random, random.between(8, 15))}`, name: '云州样例传动机械有限公司', bank: random.pick(['中国工商银行', '招商银行', '浦发银行', '云州农商银行'])!, opening, lines }
}

const clock = (seconds: number): string => [seconds / 3600, (seconds / 60) % 60, seconds % 60].map((part) => String(Math.floor(part)).padStart(2, '0')).join(':')
