/** Letters: whom to dun, the letter as it will print, issued once and for all, on paper, printed again as 补打. */
import { execFileSync } from 'node:child_process'
import { addDays } from '../../shared/day.ts'
import { COMPANY, CUSTOMERS, expect, test, TODAY } from '../support/office.ts'
import { needsPoppler } from '../support/pdf.ts'
import { IssuingPage } from './pages/papers.ts'
import { Shell } from './pages/shell.ts'

const REMARK = '请于本周内与我方周敏联系，确认付款日期。'
const chinese = (day: string): string => day.replace(/(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日')

test('issues a letter that is read back from its PDF', async ({ office: { page, download } }, info) => {
  needsPoppler()
  const shell = new Shell(page)
  const run = new IssuingPage(page)
  const { keyboard } = page
  const paper = shell.front.frameLocator('.paper-frame iframe')
  await shell.open('催款')

  await test.step('everybody with something overdue, the largest sum first', async () => {
    await expect(shell.count).toContainText('4')
    await expect(shell.cell(0, 'name')).toHaveText(CUSTOMERS[0].name)
    await expect(shell.cell(0, 'overdue')).toHaveText('15,000.00')
    await expect(shell.cell(0, 'net')).toHaveText('15,000.00')
  })
  await test.step('the preview follows the cursor and what is typed', async () => {
    await expect(paper.locator('body')).toContainText(CUSTOMERS[0].name)
    await expect(paper.locator('body')).toContainText('预览')
    await shell.front.getByLabel('附言').focus()
    await keyboard.type(REMARK)
    await expect(paper.locator('body')).toContainText(REMARK)
  })
  await test.step('issued with a number', async () => {
    await shell.cell(0, 'name').focus()
    await keyboard.press(' ')
    await expect(run.chosen).toHaveText('已选 1 户 · 应催 15,000.00 · 函上应付 15,000.00')
    expect(await run.issue()).toEqual([expect.stringMatching(/^CK-\d{6}-0001$/)])
    await run.showFirst()
    await expect(shell.front.locator('.paper-facts')).toBeVisible()
  })

  const number = /[A-Z]+-\d{6}-\d{4}/.exec(await shell.front.locator('.page-title').innerText())?.[0] ?? ''
  await test.step('the PDF says who owes what, in figures and in words, until when, to which account', async () => {
    const file = await download(() => keyboard.press('Control+e'))
    const text = execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' })
    const plain = text.replaceAll(/\s+/g, '')
    for (const wanted of [
      CUSTOMERS[0].name, COMPANY.name, number, '10,000.00', '5,000.00', '15,000.00', '壹万伍仟元整', '26312000000054300101', '26312000000054300102',
      chinese(addDays(TODAY, 7)), COMPANY.bankAccount, COMPANY.bankName, REMARK, '回执',
    ]) expect(plain).toContain(wanted.replaceAll(' ', ''))
    // Not due yet, so it is no part of the demand.
    expect(plain).not.toContain('26312000000054300103')
    expect(plain).not.toContain('补打')
    execFileSync('pdftoppm', ['-png', '-r', '80', file, info.outputPath('letter')])
  })
  await test.step('the same letter again is marked', async () => {
    await expect(shell.front.locator('.paper-prints li')).toHaveCount(1)
    const again = await download(() => keyboard.press('Control+e'))
    const text = execFileSync('pdftotext', ['-layout', again, '-'], { encoding: 'utf8' })
    expect(text).toContain('补打')
    expect(text.replaceAll(/\s+/g, '')).toContain(number)
    await expect(shell.front.locator('.paper-prints li')).toHaveCount(2)
    await expect(shell.front.locator('.paper-prints')).toContainText('补打')
  })
  await test.step('and stands in the list of letters sent', async () => {
    await shell.open('已发信函')
    await expect(shell.cell(0, 'number')).toHaveText(number)
    await expect(shell.cell(0, 'customerName')).toHaveText(CUSTOMERS[0].name)
    await expect(shell.cell(0, 'issuedOn')).toHaveText(TODAY)
    await expect(shell.cell(0, 'net')).toHaveText('15,000.00')
    await expect(shell.cell(0, 'prints')).toHaveText('2')
  })
  await test.step('whoever just got one gets no other', async () => {
    await shell.open('催款')
    await expect(shell.cell(0, 'leftOut')).toHaveText('距上次发函太近')
  })
})
