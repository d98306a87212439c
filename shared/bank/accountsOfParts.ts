/** Sheets that are read as one list, or the files of an archive, may still be those of several accounts: their titles or names tell. */
import { currencyOfTitles } from '../sheets/currencies.ts'
import type { Problems } from '../sheets/problems.ts'
import type { Mapping } from '../sheets/header.ts'
import { cellText, type TableRow } from '../sheets/table.ts'
import { plainHeader } from '../sheets/words.ts'
import { accountOfName, accountOfTitles, sameAccount } from './account.ts'
import type { StatementPlace } from './mapping.ts'

/** Shorter numbers in the name of a file count its exports. */
const FEWEST_DIGITS = 12

/** The accounts that the parts tell each for itself, above their lists or else by their names; parts that tell none are not asked. */
export function accountsOfParts({ parts }: Pick<StatementPlace, 'parts'>): string[] {
  const told = parts.flatMap(({ above, sheet }) => {
    const named = accountOfName(sheet.name)
    return accountOfTitles(above).number || (named.length < FEWEST_DIGITS ? [] : named)
  })
  const accounts: string[] = []
  for (const account of told) if (!accounts.some((known) => sameAccount(account, known) || sameAccount(known, account))) accounts.push(account)
  return accounts
}

/** Lines of two accounts must never be booked on one. */
export function refuseSeveralAccounts(place: StatementPlace, problems: Problems): void {
  const accounts = accountsOfParts(place)
  if (accounts.length > 1) problems.add(null, '', 'SEVERAL_ACCOUNTS', accounts.join(', '), { count: accounts.length })
}

/** A header below the first that calls a column of money something else: 支出 below 收入. */
function isOtherHeader({ cells }: TableRow, lines: readonly (readonly string[])[], money: readonly number[]): boolean {
  const texts = cells.map((cell) => (typeof cell === 'string' && cell.length <= 40 ? plainHeader(cell) : ''))
  if (texts.filter((text) => text !== '' && lines.some((titles) => titles.includes(text))).length < FEWEST_TITLES) return false
  return money.some((column) => /[a-z\u4e00-\u9fff]/.test(texts[column] ?? '') && lines.every((titles) => texts[column] !== titles[column]))
}
const FEWEST_TITLES = 2
const MONEY = ['in', 'out', 'amount', 'balance']

const SAYS_WHOSE = /[账帐][号户]|account|币种|币别|货币|currency|ccy/i

/** One list below another, each under a title of its own: 账号 or 币种 among the lines must say what stands above the first. */
export function refuseOtherParts(place: StatementPlace, lines: ReadonlySet<number>, wanted: { account?: string | undefined; currency?: string | undefined }, mapping: Mapping, problems: Problems): void {
  const above = place.parts.flatMap((part) => part.above)
  const [number, currency] = [accountOfTitles(above).number, wanted.currency ?? currencyOfTitles(above)]
  const titles = [place.header.row, ...place.header.lines].map(({ cells }) => cells.map((cell) => plainHeader(cellText(cell))))
  const money = MONEY.flatMap((field) => mapping[field] ?? [])
  for (const row of place.rows) {
    if (!lines.has(row.row) && isOtherHeader(row, titles, money)) problems.add(row.row, '', 'OTHER_HEADER', row.cells.map((cell) => cellText(cell)).filter((text) => text !== '').join(' | '))
    if (lines.has(row.row) || !row.cells.some((cell) => typeof cell === 'string' && SAYS_WHOSE.test(cellText(cell)))) continue
    const [other, said] = [accountOfTitles([row]).number, currencyOfTitles([row])]
    const known = number || (wanted.account ?? '')
    if (other !== '' && known !== '' && !sameAccount(other, known) && !sameAccount(known, other)) problems.add(row.row, '', 'SEVERAL_ACCOUNTS', `${known}, ${other}`, { count: 2 })
    else if (said !== null && currency !== null && said !== currency) problems.add(row.row, '', 'WRONG_CURRENCY', said, { currency })
  }
}
