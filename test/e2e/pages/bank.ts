/** The bank as a clerk meets it: a file that is imported, lines that are matched, an account that is reconciled. */
import { writeFileSync } from 'node:fs'
import iconv from 'iconv-lite'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Day } from '../../../shared/day.ts'

/** One line as the bank writes it; amounts in minor units, money out is negative. */
export interface BankLine {
  on: Day
  counterparty: string
  account?: string
  amount: number
  memo?: string
}

const yuan = (fen: number): string => (fen / 100).toFixed(2)
const HEADER = ['交易日期', '收入金额', '支出金额', '账户余额', '对方户名', '对方账号', '摘要']

/** The rows of a bank's list: what it says of the account, a header, one row a line with the balance after it. */
export function statementRows(number: string, opening: number, lines: readonly BankLine[]): string[][] {
  let balance = opening
  return [
    ['账号', number, '币种', 'CNY'],
    HEADER,
    ...lines.map(({ on, counterparty, account = '', amount, memo = '' }) => {
      balance += amount
      return [on, amount > 0 ? yuan(amount) : '', amount < 0 ? yuan(-amount) : '', yuan(balance), counterparty, account, memo]
    }),
  ]
}

/** A file as banks write it: GB18030, with line ends of Windows. */
export function writeStatement(file: string, rows: readonly (readonly string[])[]): string {
  writeFileSync(file, iconv.encode(rows.map((row) => row.join(',')).join('\r\n'), 'gb18030'))
  return file
}

export class StatementImportPage {
  readonly page: Page
  readonly front: Locator
  readonly counts: Locator
  readonly files: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.counts = this.front.locator('.file-counts')
    this.files = this.front.locator('.statement-files [role="option"]')
  }

  choose(...files: string[]): Promise<void> {
    return this.front.locator('input[type="file"]').first().setInputFiles(files)
  }

  get start(): Locator {
    return this.front.locator('.page-toolbar .ant-btn-primary')
  }
}

export class MatchingPage {
  readonly page: Page
  readonly front: Locator
  readonly message: Locator
  readonly facts: Locator
  readonly customer: Locator
  readonly items: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.message = this.front.getByTestId('matching-message')
    this.facts = this.front.getByTestId('line-facts')
    this.customer = this.front.locator('.line-customer input')
    this.items = this.front.getByTestId('allocation-line')
  }

  /** How many lines are of a sureness. */
  count(sureness: 'sure' | 'likely' | 'unsure' | 'none'): Locator {
    return this.front.getByTestId(`sureness-${sureness}`).locator('b')
  }

  amounts(): Promise<string[]> {
    return this.items.locator('td.amount-column input').evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value))
  }

  /** The cursor stands in a row of the grid, and the panel below shows that row. */
  async at(counterparty: string): Promise<void> {
    await expect(this.facts.locator('b').first()).toHaveText(counterparty)
    await expect(this.front.locator('.ag-row .ag-cell-focus')).toBeFocused()
    await expect(this.front.locator('.ag-row:has(.ag-cell-focus)')).toContainText(counterparty)
  }
}

export class ReconciliationPage {
  readonly front: Locator

  constructor(page: Page) {
    this.front = page.locator('.tab-panel[data-front="true"]')
  }

  figure(name: 'book-balance' | 'statement-balance' | 'adjusted-book' | 'adjusted-statement'): Locator {
    return this.front.getByTestId(name)
  }

  list(name: 'bankReceived' | 'bankPaid' | 'bookReceived' | 'bookPaid'): Locator {
    return this.front.getByTestId(`reconcile-${name}`).locator('.reconcile-item')
  }

  get difference(): Locator {
    return this.front.getByTestId('difference')
  }
}
