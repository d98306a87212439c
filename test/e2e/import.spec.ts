/** Import: every problem is said before anything is stored, a good file goes in once, and only once. */
import { readFileSync, writeFileSync } from 'node:fs'
import exceljs from 'exceljs'
import iconv from 'iconv-lite'
import type { Page } from '@playwright/test'
import { packed } from '../support/archives.ts'
import { daysAgo, expect, test, TODAY } from '../support/office.ts'
import { StatementImportPage } from './pages/bank.ts'
import { Shell } from './pages/shell.ts'

const choose = (page: Page, file: string): Promise<void> => page.locator('.tab-panel[data-front="true"] input[type="file"]').setInputFiles(file)

test('shows each problem of a text file with row and column, then takes the mended one, once', async ({ office: { page } }, info) => {
  const shell = new Shell(page)
  const { keyboard } = page
  const file = info.outputPath('应收.csv')
  const write = (rows: string[][]): void => writeFileSync(file, iconv.encode(rows.map((row) => row.join(',')).join('\r\n'), 'gb18030'))
  const head = [['苏州恒锐精密机械有限公司'], ['单据日期', '客户名称', '发票号码', '价税合计', '到期日']]
  const good = ['杭州西溪自动化技术有限公司', '26312000000077700001']

  write([...head, ['2026-02-30', good[0] ?? '', good[1] ?? '', '1200.50', TODAY], [daysAgo(5), '昆山华腾精密模具有限公司', '26312000000077700002', '一千', TODAY]])
  await shell.open('数据导入')
  await choose(page, file)
  await expect(shell.front.locator('.ant-alert-error')).toContainText('2 个问题')
  await expect(shell.front.locator('.page-extra')).toContainText(/gb18030/i)
  await expect(shell.cell(0, 'row')).toHaveText('3')
  await expect(shell.cell(0, 'column')).toContainText('单据日期')
  await expect(shell.cell(0, 'what')).toContainText('2026-02-30')
  await expect(shell.cell(1, 'row')).toHaveText('4')
  await expect(shell.cell(1, 'what')).toContainText('一千')
  await expect(shell.front.locator('.page-toolbar .ant-btn-primary')).toBeDisabled()

  write([...head, [daysAgo(6), good[0] ?? '', good[1] ?? '', '1200.50', TODAY], [daysAgo(5), '昆山华腾精密模具有限公司', '26312000000077700002', '1000', TODAY], ['合计', '', '', '2200.50', '']])
  await keyboard.press('Alt+n')
  await choose(page, file)
  await expect(shell.front.locator('.ant-alert-success')).toBeVisible()
  await expect(shell.front.locator('.file-counts')).toContainText('2,200.50')
  await keyboard.press('Control+Enter')
  await expect(shell.front.getByText('导入完成')).toBeVisible()
  await expect(shell.front.locator('.import-facts')).toContainText('新增 2 条')

  await shell.front.getByRole('button', { name: '再导入一个文件' }).press('Enter')
  await choose(page, file)
  await expect(shell.front.locator('.file-counts')).toContainText('跳过')
  await expect(shell.front.locator('.file-counts b')).toHaveText('0')
  await shell.open('未清项')
  await keyboard.press('Control+f')
  await keyboard.type('263120000000777')
  await expect(shell.count).toContainText('2')
})

test('takes a workbook of many customers with progress, and the same one again brings nothing', async ({ office: { page } }, info) => {
  const shell = new Shell(page)
  const file = info.outputPath('客户.xlsx')
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet('客户档案')
  sheet.addRow(['客户档案一览'])
  sheet.addRow(['客户编码', '客户名称', '简称', '联系人', '电话', '账期'])
  for (let index = 1; index <= 1500; index += 1) sheet.addRow([`K${String(index).padStart(5, '0')}`, `测试客户${index}有限公司`, `测试${index}`, '张三', '021-5555', '月结30'])
  await workbook.xlsx.writeFile(file)
  expect(readFileSync(file).length).toBeGreaterThan(10_000)

  await shell.open('数据导入')
  await choose(page, file)
  await expect(shell.front.locator('.file-counts')).toContainText('1500')
  await expect(shell.front.locator('.ant-alert-success')).toBeVisible()
  // Progress may be on screen for a moment only; whether it was there is noted by the page itself.
  await page.evaluate(() => {
    new MutationObserver(() => {
      const shown = document.querySelector('.work-progress')?.textContent
      if (shown) document.documentElement.dataset['progress'] = shown
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })
  await page.keyboard.press('Control+Enter')
  await expect(shell.front.getByText('导入完成')).toBeVisible({ timeout: 60_000 })
  expect(await page.evaluate(() => document.documentElement.dataset['progress'] ?? '')).toMatch(/\d+ \/ 1500/)

  await shell.front.getByRole('button', { name: '再导入一个文件' }).press('Enter')
  await choose(page, file)
  await expect(shell.front.locator('.file-counts b')).toHaveText('0')
  await shell.open('客户')
  await expect(shell.count).toContainText('1504')
})

test('asks for the password of an archive, reads the list in it and names what is none', async ({ office: { page } }, info) => {
  const shell = new Shell(page)
  const { keyboard } = page
  const password = shell.front.getByLabel('压缩包密码', { exact: true })
  const archive = async (name: string, rows: string[][]): Promise<string> => {
    const file = info.outputPath(name)
    writeFileSync(file, await packed([{ name: '汇总.pdf', content: '%PDF-1.7' }, { name: '明细.csv', content: iconv.encode(rows.map((row) => row.join(',')).join('\r\n'), 'gb18030') }], { password: '031712' }))
    return file
  }
  await shell.open('数据导入')
  await choose(page, await archive('应收.zip', [['单据日期', '客户名称', '发票号码', '价税合计'], [daysAgo(5), '杭州西溪自动化技术有限公司', '26312000000077700009', '1200.50']]))
  await expect(shell.front.locator('.file-problem')).toContainText('压缩包有密码')
  await expect(password).toBeFocused()
  await keyboard.type('000000')
  await keyboard.press('Enter')
  await expect(shell.front.locator('.file-problem')).toContainText('密码不对')
  await password.fill('031712')
  await keyboard.press('Enter')
  await expect(shell.front.locator('.file-counts')).toContainText('1,200.50')
  await expect(shell.front.locator('.file-unread')).toContainText('汇总.pdf: 这是 PDF')
  await keyboard.press('Control+Enter')
  await expect(shell.front.getByText('导入完成')).toBeVisible()

  await shell.open('导入对账单')
  const statement = new StatementImportPage(page)
  await statement.choose(await archive('流水.zip', [['交易日期', '收入金额', '支出金额', '账户余额', '对方户名'], [daysAgo(3), '58600.00', '', '78600.00', '苏州明拓自动化有限公司']]))
  await expect(password).toBeFocused()
  await keyboard.type('031712')
  await keyboard.press('Enter')
  await expect(statement.counts).toContainText('58,600.00')
  await expect(shell.front.locator('.file-unread')).toContainText('这是 PDF')
  await shell.cell(0, 'state').click()
  await keyboard.press('Alt+x')
  await page.getByRole('textbox', { name: '原因' }).fill('老板私人款')
  await keyboard.press('Enter')
  await expect(shell.front.getByText('第 2 行：老板私人款')).toBeVisible()
  await expect(statement.counts).not.toContainText('58,600.00')
  await page.screenshot({ path: info.outputPath('leftOutLine.png') })
})

test('asks what a list is where nothing tells, and leaves a row out with its reason', async ({ office: { page } }, info) => {
  const shell = new Shell(page)
  const file = info.outputPath('x.csv')
  writeFileSync(file, ['日期,客户,金额,备注', `${daysAgo(4)},杭州西溪自动化技术有限公司,312.40,`, `${daysAgo(3)},杭州西溪自动化技术有限公司,7.10,记重了`].join('\r\n'))
  await shell.open('数据导入')
  await choose(page, file)
  await expect(shell.front.getByText('看不出是应收还是收款，请选择')).toBeVisible()
  await expect(shell.front.locator('.file-problem')).toContainText('看不出这是应收单还是收款单')
  await expect(shell.front.locator('.page-toolbar .ant-btn-primary')).toBeDisabled()
  await page.screenshot({ path: info.outputPath('asked.png') })

  await shell.front.getByRole('combobox', { name: '导入内容' }).click()
  await page.locator('.ant-select-item-option', { hasText: '收款单' }).click()
  await expect(shell.front.locator('.ant-alert-success')).toBeVisible()
  await expect(shell.front.locator('.file-counts')).toContainText('319.50')
  await shell.cell(1, 'state').click()
  await page.keyboard.press('Alt+x')
  await page.getByRole('textbox', { name: '原因' }).fill('重复登记')
  await page.keyboard.press('Enter')
  await expect(shell.front.getByText('第 3 行：重复登记')).toBeVisible()
  await expect(shell.front.locator('.file-counts')).toContainText('312.40')
  await page.screenshot({ path: info.outputPath('leftOut.png') })

  await page.keyboard.press('Control+Enter')
  await expect(shell.front.getByText('导入完成')).toBeVisible()
  await shell.front.getByRole('button', { name: '再导入一个文件' }).press('Enter')
  await expect(shell.front.locator('.import-history')).toContainText('第 3 行：重复登记')
})
