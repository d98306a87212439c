/** The month end: a check list, a closed month that takes nothing, and the way back with a reason. */
import { readFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { addDays, monthOf, startOfMonth } from '../../shared/day.ts'
import { expect, test, TODAY } from '../support/office.ts'
import { chineseWords, untranslated } from '../support/texts.ts'
import { PeriodsPage } from './pages/periods.ts'
import { ReceiptEntryPage } from './pages/receipts.ts'
import { countPointer, fen, Shell } from './pages/shell.ts'

/** The month before this one is the one that an office closes. */
const LAST_DAY = addDays(startOfMonth(TODAY), -1)
const MONTH = monthOf(LAST_DAY)

test('closes a month by its check list, refuses what is dated in it, and opens it again with a reason', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const entry = new ReceiptEntryPage(page)
  const periods = new PeriodsPage(page)
  const pointer = await countPointer(page)
  const { keyboard } = page
  const status = page.locator('.status-bar')

  await test.step('a receipt that leaves money over is a reminder, and no more', async () => {
    await shell.open('收款录入')
    await expect(entry.row.locator('input').first()).toBeFocused()
    await entry.type({ customer: 'hzxx', day: LAST_DAY, amount: '7000' })
    await entry.post()
    await shell.open('月末结账')
    await periods.choose(MONTH)
    await expect(periods.check('drafts')).toContainText('全部已审核')
    await expect(periods.check('totals')).toContainText('相符')
    await expect(periods.check('unallocated')).toContainText('1 笔')
    await expect(periods.check('unallocated')).toContainText('1,000.00')
    await periods.close()
    await expect(periods.row(MONTH)).toContainText('已结账')
    await expect(periods.history).toContainText('当时未处理：未核销的收款与红字 1')
    await expect(status).toContainText(`期间 ${monthOf(TODAY)}`)
  })
  await test.step('nothing is posted there any more, and what was typed stays', async () => {
    await shell.open('收款录入')
    await expect(entry.row.locator('input').first()).toBeFocused()
    await entry.type({ customer: 'ksht', day: LAST_DAY, amount: '500' })
    await keyboard.press('Control+Enter')
    await expect(entry.message).toContainText(`${MONTH} 已结账，日期须在 ${startOfMonth(TODAY)} 或以后`)
    await expect(entry.row.locator('input').first()).toHaveValue(/昆山华腾/)
    expect(await entry.row.locator('input').evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value))).toEqual(expect.arrayContaining([LAST_DAY, '500.00']))
    await expect(entry.row.locator('input').nth(1)).toBeFocused()
  })
  await test.step('opened again with a reason it takes the receipt, and is closed once more', async () => {
    await shell.open('月末结账')
    await periods.choose(MONTH)
    await periods.reopen('漏记 500 元')
    await expect(periods.row(MONTH)).toContainText('未结账')
    await shell.open('收款录入')
    await entry.post()
    await shell.open('月末结账')
    await periods.choose(MONTH)
    await periods.close()
    await expect(periods.history).toHaveCount(3)
    await expect(periods.history.nth(1)).toContainText('漏记 500 元')
  })
  await test.step('the control totals meet the aging, and a customer opens as a ledger card', async () => {
    await keyboard.press('Alt+t')
    await expect(shell.front.getByTestId('totals-agree')).toHaveText(/与账龄表相符/)
    await expect(shell.total('closing')).toHaveText(await shell.total('aging').innerText())
    await shell.front.locator('.ag-row', { hasText: '杭州西溪' }).locator('[col-id="name"]').focus()
    await keyboard.press('Enter')
    await expect(shell.front.locator('.page-title')).toContainText('杭州西溪')
    await expect(shell.total('credit')).toHaveText('7,000.00')
  })
  await test.step('all of it in English', async () => {
    await status.getByRole('button', { name: 'English' }).press('Enter')
    for (const title of ['Month end', `Control totals ${MONTH}`]) {
      if (title === 'Month end') await shell.search(title)
      else await keyboard.press('Alt+t')
      await expect(shell.front.locator('.page-title')).toHaveText(title)
      expect([await untranslated(page), await chineseWords(page)]).toEqual([[], []])
    }
  })
  expect(await pointer()).toBe(0)
})

test('writes the same totals to Excel and to paper', async ({ demo: { page, download } }) => {
  const shell = new Shell(page)
  const periods = new PeriodsPage(page)
  await shell.open('月末结账')
  await periods.choose(MONTH)
  await page.keyboard.press('Alt+t')
  await expect(shell.front.getByTestId('totals-agree')).toBeVisible()
  const shown = await Promise.all((['opening', 'debits', 'credits', 'closing', 'aging'] as const).map(async (field) => fen(await shell.total(field).innerText())))
  const workbook = new exceljs.Workbook()
  await workbook.xlsx.load(readFileSync(await download(() => page.keyboard.press('Control+e'))).buffer as ArrayBuffer)
  const sheet = workbook.worksheets.find(({ name }) => name.endsWith('CNY'))
  const foot = ((sheet?.lastRow?.values ?? []) as (number | string)[]).slice(3).map((value) => Math.round(Number(value) * 100))
  expect(foot).toEqual(shown)
  expect(foot[0]! + foot[1]! - foot[2]!).toBe(foot[3])
})
