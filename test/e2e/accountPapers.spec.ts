/** 对账单 and 询证函: issued to customers, on paper, printed again as 补打, and what came back. */
import { execFileSync } from 'node:child_process'
import { COMPANY, expect, test } from '../support/office.ts'
import { needsPoppler } from '../support/pdf.ts'
import { IssuingPage } from './pages/papers.ts'
import { Shell } from './pages/shell.ts'

const AUDITOR = '苏州信诚会计师事务所'

test('issues statements, prints one twice, records its reply, and asks to confirm for the auditor', async ({ office: { page, download } }) => {
  needsPoppler()
  const shell = new Shell(page)
  const run = new IssuingPage(page)
  const { keyboard } = page
  const pdf = async (): Promise<string> => execFileSync('pdftotext', ['-layout', await download(() => keyboard.press('Control+e')), '-'], { encoding: 'utf8' }).replaceAll(/\s+/g, '')
  await shell.open('对账单与询证函')
  await keyboard.press('Alt+n')

  await test.step('two statements go out with numbers', async () => {
    await expect(run.preview.locator('body')).toContainText('预览')
    await run.tick(2)
    await expect(run.chosen).toContainText('2')
    const numbers = await run.issue()
    expect(numbers.map((number) => number.replace(/\d{6}/, ''))).toEqual(['DZ--0001', 'DZ--0002'])
    await run.showFirst()
  })
  await test.step('the second print of one is marked', async () => {
    const first = await pdf()
    for (const wanted of ['对账单', COMPANY.name, '期初余额', '本期合计', '回执', '1/1']) expect(first).toContain(wanted)
    expect(first).not.toContain('补打')
    await expect(shell.front.locator('.paper-prints li')).toHaveCount(1)
    expect(await pdf()).toContain('补打')
    await expect(shell.front.locator('.paper-prints li')).toHaveCount(2)
  })
  await test.step('the slip that came back names another balance', async () => {
    await keyboard.press('Alt+r')
    const dialog = shell.dialog()
    await dialog.getByRole('combobox').focus()
    await keyboard.press('ArrowDown')
    await page.locator('.ant-select-item-option[title="不符"]').click()
    await dialog.getByLabel('对方账面余额').fill('100')
    await dialog.getByLabel('签章人').fill('高洋')
    await keyboard.press('Control+Enter')
    await expect(shell.front.locator('.paper-replies')).toContainText('100.00')
    await expect(shell.front.locator('.paper-replies .ant-tag')).toHaveText('不符')
  })
  await test.step('and so says the list', async () => {
    await shell.open('对账单与询证函')
    await expect(shell.cell(1, 'state')).toHaveText('不符')
    await expect(shell.cell(0, 'state')).toHaveText('未回')
    await expect(shell.cell(1, 'prints')).toHaveText('2')
  })
  await test.step('a confirmation tells the customer whom to answer', async () => {
    await keyboard.press('Alt+n')
    await run.confirmations()
    await shell.front.getByLabel('会计师事务所').fill(AUDITOR)
    await shell.front.getByLabel('回函地址').fill('苏州市干将路 1 号')
    await expect(run.preview.locator('body')).toContainText(AUDITOR)
    await run.tick(1)
    expect((await run.issue())[0]).toMatch(/^XZ-\d{6}-0001$/)
    await run.showFirst()
    const text = await pdf()
    for (const wanted of ['企业询证函', AUDITOR, '信息证明无误', '信息不符', '并非催款结算']) expect(text).toContain(wanted)
  })
})
