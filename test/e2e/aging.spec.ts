/** Aging: any day, both bases, every cell down to its items, and the same figures in Excel. */
import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { daysAgo, expect, test } from '../support/office.ts'
import { fen, Shell } from './pages/shell.ts'

test('opens a cell whose items add up to it, and writes the same totals to Excel', async ({ demo: { page, download } }) => {
  const shell = new Shell(page)
  const { keyboard } = page
  await shell.open('账龄分析')
  const total = async (field: string): Promise<number> => fen(await shell.total(field).innerText())
  await expect(shell.total('total')).toHaveText(/\d/)
  const columns = ['notDue', 'bucket0', 'bucket1', 'bucket2', 'bucket3'] as const
  const seen = Object.fromEntries(await Promise.all([...columns, 'total', 'overdue'].map(async (field) => [field, await total(field)] as const)))

  await test.step('the workbook has the same totals', async () => {
    const workbook = new exceljs.Workbook()
    const file = await download(() => keyboard.press('Control+e'))
    await workbook.xlsx.load(readFileSync(file).buffer as ArrayBuffer)
    const rows: string[][] = []
    workbook.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map((value) => (value === null || value === undefined ? '' : typeof value === 'object' && 'result' in value ? String(value.result) : String(value)))))
    const head = rows.find((row) => row.includes('余额') && row.includes('未到期')) ?? []
    const foot = rows.find((row) => row[0]?.includes('合计') || row[1]?.includes('合计')) ?? []
    const amount = (title: string): number => Math.round(Number(foot[head.indexOf(title)]) * 100)
    expect(amount('余额')).toBe(seen['total'])
    expect(amount('未到期')).toBe(seen['notDue'])
    expect(amount('1–30 天')).toBe(seen['bucket0'])
    const inAll = head.filter((title) => title === '未到期' || title.includes('天') || title.includes('预收')).reduce((sum, title) => sum + amount(title), 0)
    expect(inAll).toBe(seen['total'])
  })
  await test.step('a cell opens its items', async () => {
    const rows = await shell.front.locator('.ag-row:not(.ag-row-pinned) [col-id="bucket0"]').evaluateAll((cells) => cells.map((cell) => [Number(cell.closest('.ag-row')?.getAttribute('row-index')), cell.textContent ?? ''] as const))
    const [row, shown] = rows.find(([, text]) => text !== '') ?? [0, '']
    await shell.cell(row, 'bucket0').focus()
    await keyboard.press('Enter')
    await expect(shell.front.locator('.page-title')).toContainText('1–30 天')
    await expect(shell.total('open')).toHaveText(shown)
    const items = await shell.front.locator('.ag-row:not(.ag-row-pinned) [col-id="open"]').allInnerTexts()
    expect(items.reduce((sum, text) => sum + fen(text), 0)).toBe(fen(shown))
    // And each item its document.
    await shell.cell(0, 'number').focus()
    await keyboard.press('Enter')
    await expect(shell.front.getByTestId('invoice-document')).toBeVisible()
  })
})

test('shows a past day as it was, on either basis', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const { keyboard } = page
  await shell.open('账龄分析')
  await expect(shell.total('total')).toHaveText('51,346.17')
  await expect(shell.total('notDue')).toHaveText('10,000.00')
  await expect(shell.total('bucket0')).toHaveText('24,346.17')
  // Thirty days over still belongs to the first bucket, and to it alone.
  await expect(shell.total('bucket1')).toHaveText('10,000.00')
  await expect(shell.total('bucket2')).toHaveText('4,000.00')

  await shell.front.getByText('按单据日期').click()
  await expect(shell.total('bucket0')).toHaveText('10,000.00')
  await expect(shell.total('total')).toHaveText('51,346.17')
  await shell.front.getByText('按到期日').click()

  const day = shell.front.getByLabel('截止日', { exact: true })
  await day.focus()
  await keyboard.type(daysAgo(70))
  await keyboard.press('Enter')
  await expect(shell.total('total')).toHaveText('17,000.00')
  await expect(shell.total('notDue')).toHaveText('14,000.00')
  await expect(shell.total('bucket0')).toHaveText('3,000.00')
})
