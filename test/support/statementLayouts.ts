/** Renders a statement as some bank might: titles, columns, formats and rubbish around them chosen by the seed. */
import type { Random } from '../simulation/random.ts'
import { bytesOf, dayTextOf, headOf, isWorkbook, moneyForm, serialOf, twoLines, withRubbish, type Cell, type FileKind } from './statementFiles.ts'
import type { TrueLine, TrueStatement } from './statementTruth.ts'

/** Titles as banks write them, a column each; the reader has lists of its own. */
const TITLES = {
  on: ['交易日期', '交易日', '记账日期', '入账日期', '日期', '交易日期[ Transaction Date ]', '记账日', '业务日期'],
  time: ['交易时间', '时间', '交易时间[ Transaction time ]', '交易时刻', '记账时间'],
  moment: ['交易时间', '交易日期', '记账时间', '交易时间/入账时间', '入账时间', '交易日期时间'],
  in: ['贷方发生额', '贷方金额', '收入金额', '转入金额', '贷方发生额（收入）', '收入', '贷方', '贷方(入账)', '存入', '收入(元)', '贷方发生额/元', '入账金额', '贷'],
  out: ['借方发生额', '借方金额', '支出金额', '转出金额', '借方发生额（支取）', '支出', '借方', '借方(出账)', '支取', '支出(元)', '借方发生额/元', '出账金额', '借'],
  amount: ['交易金额', '发生额', '金额', '交易金额[ Trade Amount ]', '发生额(元)', '交易金额（元）', '交易额'],
  direction: ['借贷标志', '借/贷', '收支方向', '收/付', '借贷方向', '交易方向', '往来账标志', '收支类型', '借贷标识', '收付标志'],
  balance: ['余额', '账户余额', '交易后余额[ After-transaction balance ]', '余额(元)', '本次余额', '当前余额', '账户余额（元）'],
  counterparty: ['对方户名', '对方单位名称', '收(付)方名称', '对方名称', '对方账户名称', '交易对手名称', '对手户名', '对方单位', '对方账号名称', '收付方名称', '交易对方'],
  counterpartyAccount: ['对方账号', '收(付)方账号', '对方账户', '对方账号/卡号', '交易对手账号', '对手账号', '对方卡号'],
  bank: ['对方开户行', '对方行名', '收(付)方开户行名', '对方开户机构', '对方银行'],
  text0: ['摘要', '交易摘要', '业务摘要', '摘要[ Reference ]'],
  text1: ['用途', '交易用途', '用途[ Purpose ]', '款项用途'],
  text2: ['附言', '备注', '交易附言', '个性化信息', '备注1', '交易附言[ Remark ]'],
  serial: ['交易流水号', '流水号', '账户明细编号-交易流水号', '银行流水号', '交易流水号[ Transaction reference number ]', '核心流水号', '主机交易流水号', '凭证号'],
  account: ['账号', '本方账号', '查询账号', '账号/卡号'],
  name: ['户名', '账户名称', '账号名称', '本方户名'],
  currency: ['币种', '币别', '交易货币[ Trade Currency ]'],
  number: ['序号'], voucherKind: ['凭证种类', '凭证类型'], bankNumber: ['对方行号', '收(付)方开户行行号'], branch: ['交易机构', '交易网点'], kind: ['业务类型', '交易渠道'],
} as const
const ENGLISH: Partial<Record<keyof typeof TITLES, readonly string[]>> = {
  on: ['Date', 'Transaction Date', 'Booking Date', 'Post date', 'Value Date'], in: ['Credit', 'Credit Amount', 'Deposits', 'Money In', 'Credit (CNY)'],
  out: ['Debit', 'Debit Amount', 'Withdrawals', 'Money Out', 'Debit (CNY)'], amount: ['Amount', 'Transaction Amount'], direction: ['Dr/Cr', 'Debit/Credit', 'D/C', 'Credit/Debit'],
  balance: ['Balance', 'Running Balance', 'Account Balance'], counterparty: ['Counterparty', 'Counterparty Name', 'Beneficiary/Originator'], counterpartyAccount: ['Counterparty Account', 'Counterparty Account Number'],
  text0: ['Description', 'Narrative', 'Transaction Description', 'Particulars'], text1: ['Remarks', 'Payment Details'], serial: ['Transaction ID', 'Bank reference', 'Reference Number', 'Ref No.'],
  currency: ['Currency', 'Ccy'], account: ['Account number'],
}
type Role = keyof typeof TITLES
const WORDS: readonly (readonly [string, string])[] = [['贷', '借'], ['收', '支'], ['收', '付'], ['C', 'D'], ['来账', '往账'], ['转入', '转出'], ['收入', '支出'], ['贷方', '借方'], ['Credit', 'Debit'], ['CR', 'DR'], ['贷(收入)', '借(支出)'], ['+', '-']]

export interface Layout {
  fileName: string
  bytes: Buffer
  /** What the layout tells; the rest of a line is not there to be read. */
  tells: { time: boolean; minutesOnly: boolean; balance: boolean; counterparty: boolean; counterpartyAccount: boolean; texts: readonly number[]; serial: boolean; account: boolean }
  turned: boolean
  describe: string
}

/** Everything that is chosen once for a file. */
function choose(statement: TrueStatement, random: Random) {
  const english = random.chance(0.12)
  const style = random.weighted({ sides: 6, word: 4, sign: 2, parties: 1, balances: 0.5 })
  const kind: FileKind = random.weighted({ csv: 5, xlsx: 3, biff8: 3, xlml: 1, html: 1, tabs: 1 })
  const when = english ? 'day' : random.weighted({ moment: 4, both: 4, day: 2 })
  const minutesOnly = when === 'both' && random.chance(0.1)
  const signed = style === 'sign' || style === 'balances'
  const balance = style === 'balances' || (signed && statement.lines.every(({ direction }) => direction === 'in')) || random.chance(0.85)
  // Without times and balances a list of one day could be turned around, and nobody would know.
  const severalDays = statement.lines.some(({ on }) => on !== statement.lines[0]?.on)
  const bothWays = new Set(statement.lines.map(({ direction }) => direction)).size === 2
  const dayForm = random.pick(english ? ['dmy', 'dashes', 'compact'] : ['compact', 'dashes', 'slashes', 'chinese', 'serial'])!
  return {
    english, style, kind, when, minutesOnly, balance,
    newestFirst: random.chance(0.4) && (balance || (when !== 'day' && !minutesOnly) || severalDays),
    turned: balance && style === 'sides' && bothWays && statement.lines.length >= 12 && random.chance(0.06),
    dayForm: dayForm === 'serial' && !isWorkbook(kind) ? 'dashes' : dayForm,
    account: random.weighted({ column: 3, title: 4, name: 2, none: 1 }),
    parties: style !== 'parties' && random.chance(0.95),
    texts: ([0, 1, 2] as const).filter((place) => !(english && place === 2) && random.chance(place === 0 ? 0.95 : 0.5)),
    words: random.pick(WORDS)!, nothing: random.pick([null, '0', '0.00', '-', ''])!, dash: random.pick([null, null, '-', '--'])!, compactTime: random.chance(0.4),
    money: moneyForm(random, isWorkbook(kind)),
  }
}
type Choice = ReturnType<typeof choose>

function columnsOf(choice: Choice, random: Random): Role[] {
  const columns: Role[] = [choice.when === 'moment' ? 'moment' : 'on']
  if (choice.when === 'both') columns.push('time')
  if (choice.style === 'sides') columns.push(...(random.chance(0.5) ? ['in', 'out'] as const : ['out', 'in'] as const))
  else columns.push('amount')
  if (choice.style === 'word') columns.push('direction')
  if (choice.balance) columns.push('balance')
  if (choice.parties) columns.push('counterparty', ...(random.chance(0.9) ? ['counterpartyAccount' as const] : []))
  columns.push(...choice.texts.map((place) => `text${place}` as const))
  if (random.chance(0.8)) columns.push('serial')
  if (choice.account === 'column') columns.push('account', ...(choice.english ? [] : ['name' as const]))
  for (const [role, share] of [['currency', 0.4], ['number', 0.3], ['voucherKind', 0.2], ['bankNumber', 0.15], ['branch', 0.15], ['kind', 0.2], ['bank', 0.4]] as const) {
    if (!choice.english && random.chance(share)) columns.push(role)
  }
  if (random.chance(0.7)) for (let left = columns.length - 1; left > 0; left -= 1) {
    const other = random.between(0, left)
    ;[columns[left], columns[other]] = [columns[other]!, columns[left]!]
  }
  return columns
}

function cellOf(role: Role, line: TrueLine, index: number, statement: TrueStatement, choice: Choice): Cell {
  const { dayForm, money, english } = choice
  switch (role) {
    case 'on': return dayForm === 'serial' ? serialOf(line) : dayTextOf(line, dayForm)
    case 'time': return choice.minutesOnly ? line.time.slice(0, 5) : choice.compactTime ? line.time.replaceAll(':', '') : line.time
    case 'moment': return dayForm === 'serial' ? serialOf(line) + secondsOf(line.time) / 86_400 : `${dayTextOf(line, dayForm)} ${line.time}`
    case 'in': case 'out': return line.direction === (choice.turned ? (role === 'in' ? 'out' : 'in') : role) ? money(line.amount) : choice.nothing
    case 'amount': return money((choice.style === 'sign' || (choice.style === 'parties' && choice.compactTime)) && line.direction === 'out' ? -line.amount : line.amount)
    case 'direction': return choice.words[line.direction === 'in' ? 0 : 1]
    case 'balance': return money(line.balance)
    case 'counterparty': return line.counterparty || choice.dash
    case 'counterpartyAccount': return line.counterpartyAccount || choice.dash
    case 'text0': case 'text1': case 'text2': return line.texts[Number(role.slice(4)) as 0 | 1 | 2] || null
    case 'serial': return line.serial
    case 'account': return statement.account
    case 'name': return statement.name
    case 'currency': return english ? 'CNY' : '人民币'
    case 'number': return String(index + 1)
    case 'voucherKind': return index % 3 === 0 ? '网银凭证' : null
    case 'bankNumber': return '102000000000'
    case 'branch': return '云州支行营业部'
    case 'kind': return '网上银行'
    case 'bank': return line.bank || null
  }
}

const secondsOf = (time: string): number => time.split(':').reduce((seconds, part) => seconds * 60 + Number(part), 0)

/** Titles of the two sides belong together; a time has another title than the day beside it. */
function titlesOf(columns: readonly Role[], english: boolean, random: Random): string[] {
  const pair = random.between(0, (english ? ENGLISH.in! : TITLES.in).length - 1)
  const titles = new Map<Role, string>()
  for (const role of columns) {
    const pool: readonly string[] = (english ? ENGLISH[role] : undefined) ?? TITLES[role]
    titles.set(role, role === 'in' || role === 'out' ? pool[pair]! : pool[random.between(0, pool.length - 1)]!)
  }
  if (titles.get('time') === '记账时间') titles.set('time', '交易时间')
  return columns.map((role) => titles.get(role)!)
}

export function renderStatement(statement: TrueStatement, random: Random): Layout {
  const choice = choose(statement, random)
  const columns = columnsOf(choice, random)
  const parties = choice.style === 'parties'
  const titles: Cell[] = [...titlesOf(columns, choice.english, random), ...(parties ? ['付款人账号', '付款人名称', '收款人账号', '收款人名称'] : [])]
  // Payer and payee tell nothing unless the file tells which of them is the company, or the amounts have signs.
  const inTitle = choice.account === 'title' || (parties && choice.account !== 'column')
  const lines = choice.newestFirst ? [...statement.lines].reverse() : statement.lines
  const rows = lines.map((line, index) => {
    const other: Cell[] = [line.counterpartyAccount || null, line.counterparty || null]
    const own: Cell[] = [statement.account, statement.name]
    return [...columns.map((role) => cellOf(role, line, index, statement, choice)), ...(parties ? (line.direction === 'in' ? [...other, ...own] : [...own, ...other]) : [])]
  })
  const placeOf = (role: string): number => columns.indexOf(role as Role)
  const header = (!choice.turned && !choice.english && random.chance(0.2) ? twoLines(titles, placeOf, random) : null) ?? [titles]
  const body = withRubbish(rows, header, placeOf, statement, choice.newestFirst, choice.money, choice.turned, random)
  // A column between two merged ones would tear them apart.
  const blank = header.length === 1 && random.chance(0.2) ? random.between(0, titles.length) : titles.length
  const table = [...headOf(statement, inTitle, choice.style === 'balances', random), ...[...header, ...body].map((row) => [...row.slice(0, blank), ...(blank < titles.length ? [null] : []), ...row.slice(blank)])]
  const day = placeOf(choice.when === 'moment' ? 'moment' : 'on')
  const { bytes, extension } = bytesOf(table, choice.kind, choice.dayForm === 'serial' ? [day + (blank <= day ? 1 : 0)] : [], random)
  const stem = choice.account === 'name' ? `交易明细_${statement.account}_20260101-20261231` : random.pick(['交易明细20260630', 'HISTORYDETAIL1234', '账户明细(1)'])!
  return {
    fileName: `${stem}.${random.pick(['csv', 'xls', extension])}`, bytes, turned: choice.turned,
    tells: {
      time: choice.when !== 'day', minutesOnly: choice.minutesOnly, balance: choice.balance, counterparty: choice.parties || parties, counterpartyAccount: columns.includes('counterpartyAccount') || parties,
      texts: choice.texts, serial: columns.includes('serial'), account: choice.account === 'column' || inTitle || choice.account === 'name',
    },
    describe: `${choice.style} ${choice.when} ${choice.dayForm} ${choice.kind} ${choice.newestFirst ? 'newest first ' : ''}${choice.turned ? 'turned ' : ''}| ${header.map((row) => row.join(',')).join(' // ')}`,
  }
}
