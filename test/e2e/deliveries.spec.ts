/** A letter goes out by courier, is signed for, and its stamped slip is kept: what later proves that the limitation starts again. */
import { expect, test, TODAY } from '../support/office.ts'
import { DeliveriesPage } from './pages/deliveries.ts'
import { IssuingPage } from './pages/papers.ts'
import { countPointer, Shell } from './pages/shell.ts'

test('records how letters were sent, what came of it and the slip, by keyboard', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const deliveries = new DeliveriesPage(page)
  const { keyboard } = page
  const run = new IssuingPage(page)
  await shell.open('催款')
  await shell.cell(0, 'name').focus()
  await run.tickAll()
  const numbers = await run.issue()
  await keyboard.press('Escape')
  const pointer = await countPointer(page)

  await test.step('sent by courier, from the list of letters', async () => {
    await shell.open('已发信函')
    await expect(shell.count).toContainText(String(numbers.length))
    // The rows may be drawn anew while the cursor comes; what is ticked then is ticked.
    const send = shell.front.getByRole('button', { name: '登记送达' })
    await expect(async () => {
      if (await send.isDisabled()) {
        await shell.cell(0, 'number').focus()
        await keyboard.press(' ')
      }
      await expect(send).toBeEnabled({ timeout: 500 })
    }).toPass({ timeout: 10_000 })
    await deliveries.ask('Alt+d', '登记送达')
    await deliveries.record({ 快递或挂号单号: 'SF1390012345678', 收件人: '高洋' })
    await expect(shell.cell(0, 'delivery')).toHaveText('在途')
  })
  await test.step('the tracking numbers of others are pasted, and nothing is recorded while a line is wrong', async () => {
    await shell.open('送达记录')
    await expect(shell.cell(0, 'tracking')).toHaveText('SF1390012345678')
    await deliveries.ask('Alt+v', '粘贴快递单号')
    await deliveries.dialog.getByLabel('编号与单号').fill(`${numbers[0]}\tSF2001\nCK-209901-0001\tSF2002`)
    await keyboard.press('Control+Enter')
    await expect(deliveries.dialog).toContainText('第 2 行：没有编号为 CK-209901-0001 的函件')
    await deliveries.dialog.getByLabel('编号与单号').fill(`${numbers[0]}\tSF2001`)
    await deliveries.record({})
    await expect(shell.count).toContainText('2')
  })
  await test.step('signed for', async () => {
    await expect(async () => {
      await shell.cell(0, 'number').focus()
      await expect(shell.front.getByRole('button', { name: '登记结果' })).toBeEnabled({ timeout: 500 })
    }).toPass({ timeout: 10_000 })
    await deliveries.ask('Alt+r', '的送达结果')
    await deliveries.record({ 签收人: '前台' })
    await expect(shell.cell(0, 'state')).toHaveText('已签收')
    await expect(shell.cell(0, 'signedBy')).toHaveText('前台')
  })
  await test.step('the scan of the slip is kept, and what is no scan is refused', async () => {
    await shell.cell(0, 'number').focus()
    await keyboard.press('Enter')
    await expect(deliveries.dialog).toContainText('已签收')
    const chooser = deliveries.dialog.locator('input[type=file]')
    await chooser.setInputFiles({ name: '回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from('MZ no pdf') })
    await expect(deliveries.dialog).toContainText('只收 PDF、PNG、JPEG 文件')
    await chooser.setInputFiles({ name: '盖章回执.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 slip') })
    await expect(deliveries.dialog.getByRole('button', { name: '下载 盖章回执.pdf' })).toBeVisible()
  })
  await test.step('an outcome that was a slip of the hand is undone', async () => {
    await deliveries.dialog.getByRole('button', { name: '撤销' }).focus()
    await keyboard.press('Enter')
    await page.locator('.ant-modal-confirm').waitFor()
    await keyboard.press('Enter')
    await expect(deliveries.dialog).toContainText('已撤销')
    await deliveries.ask('Alt+r', '的送达结果')
    await deliveries.record({ 签收人: '高洋' })
  })
  await test.step('the letter tells it', async () => {
    await keyboard.press('Alt+o')
    await expect(shell.front.locator('.paper-deliveries')).toContainText(`已签收 ${TODAY}`)
  })
  expect(await pointer()).toBe(0)
})
