/** Words by which a bank says which way money went. They are the bank's: its 贷 is our money in, its 借 our money out. */
import { cellText, type Cell } from '../sheets/table.ts'
import type { Direction } from './schemas.ts'

const IN = /^(?:贷|贷方|贷记|收|收入|收款|收方|来账|来帐|转入|存入|存|汇入|入|入账|进|进账|现金存入|c|cr|crdt|credit|in|incoming|deposit|receipt|\+)$/
const OUT = /^(?:借|借方|借记|付|支|支出|付款|付方|往账|往帐|转出|支取|取|取出|汇出|出|出账|现金支取|d|dr|dbit|debit|out|outgoing|withdrawal|payment|-)$/

/** Null when the cell is no word for a direction; what stands in brackets behind it says the same once more. */
export function parseDirection(cell: Cell | undefined): Direction | null {
  const plain = cellText(cell).normalize('NFKC').trim().toLowerCase().replace(/[([].*$/, '').replace(/[\s.]/g, '')
  return IN.test(plain) ? 'in' : OUT.test(plain) ? 'out' : null
}
