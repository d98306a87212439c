/** Bills by keyboard: received against invoices, split, passed on, collected, refused; the debt that comes back is aged. */
import { expect, test } from '../support/office.ts'
import { AcceptanceEntryPage, AcceptancePage } from './pages/acceptances.ts'
import { countPointer, Shell } from './pages/shell.ts'

test('takes bills through their life without the mouse, and a refused one comes back as a debt', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const entry = new AcceptanceEntryPage(page)
  const bill = new AcceptancePage(page)
  const pointer = await countPointer(page)
  const { keyboard } = page
  /** Opens the bill that was registered as the nth. */
  const open = async (nth: number): Promise<void> => {
    await shell.open('承兑汇票')
    const row = shell.front.locator('.ag-row:not(.ag-row-pinned)', { hasText: `-000${nth}` })
    await row.locator('[col-id="number"]').focus()
    await keyboard.press('Enter')
    await expect(bill.bill).toContainText(`-000${nth}`)
  }

  await test.step('two bills are received against invoices', async () => {
    await shell.open('承兑汇票')
    await expect(shell.front.locator('.empty-state')).toContainText('还没有承兑汇票')
    await keyboard.press('Alt+n')
    await expect(entry.sheet).toBeVisible()
    await entry.customer('shjx')
    await entry.type({ number: '530658402021220261101000000001', range: '1', drawer: '江苏重工集团有限公司', acceptor: '招商银行南京分行', issued: 't', amount: '10000' })
    await keyboard.press('Enter')
    await expect(entry.lines).toHaveCount(2)
    await expect(entry.lines.last().locator('input').first()).toBeFocused()
    await entry.type({ number: '530658402021220261101000000002', amount: '5000' })
    await expect(entry.sums).toContainText('15,000.00')
    await expect(entry.allocations.first()).toContainText('唯一组合')
    await entry.register()
    await shell.open('承兑汇票')
    await expect(shell.total('amount')).toHaveText('15,000.00')
  })

  await test.step('the first is split, one part endorsed, the other discounted', async () => {
    await open(1)
    await keyboard.press('Alt+s')
    await expect(bill.dialog.locator('.entry-grid input').first()).toBeFocused()
    await keyboard.type('4000')
    await keyboard.press('Enter')
    await keyboard.type('=')
    await keyboard.press('Control+Enter')
    await bill.status('已拆分')
    await expect(bill.parts).toHaveCount(2)
    await expect(bill.parts.last()).toContainText('400001–1000000')
    await open(3)
    await bill.step('Alt+b', '永信钢材有限公司')
    await bill.status('已背书')
    await open(4)
    await bill.step('Alt+t', '60')
    await bill.status('已贴现')
    await expect(bill.life).toContainText('实收 5,940.00')
  })

  await test.step('the second is presented, collected, taken back and refused', async () => {
    await open(2)
    await bill.step('Alt+p')
    await bill.status('托收中')
    await bill.step('Alt+c')
    await bill.status('已收款')
    await bill.step('Alt+z')
    await bill.status('托收中')
    await bill.step('Alt+j', '账户余额不足')
    await bill.status('拒付')
    await expect(bill.deadlines).toContainText('还有 3 天')
    await expect(bill.bill.getByTestId('revived')).toContainText('5,000.00')
  })

  await test.step('the aging shows the debt that came back', async () => {
    await keyboard.press('Alt+5')
    await expect(shell.front.locator('.page-title')).toHaveText('账龄分析')
    // 23,000.00 of invoices, less 15,000.00 of bills, and 5,000.00 back again.
    await expect(shell.front.locator('.ag-row').filter({ hasText: '上海机械' }).locator('[col-id="total"]')).toHaveText('13,000.00')
    await shell.open('票据到期日历')
    await expect(shell.cell(0, 'what')).toHaveText('通知前手')
  })
  expect(await pointer()).toBe(0)
})
