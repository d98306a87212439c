/** Letter templates: worded, tried on a real customer, saved by versions; and nothing that anybody types runs or is fetched. */
import type { Request } from '@playwright/test'
import { CUSTOMERS, expect, test } from '../support/office.ts'
import { png } from '../support/pictures.ts'
import { Shell } from './pages/shell.ts'
import { TemplatesPage } from './pages/templates.ts'

test('words a letter by keyboard, sees it on a real customer, and takes an old version back', async ({ office: { page } }) => {
  const shell = new Shell(page)
  const templates = new TemplatesPage(page)
  await shell.open('函件模板')
  await test.step('the customer who owes most, and what is typed', async () => {
    await expect(templates.paper.locator('.to')).toContainText(CUSTOMERS[0].name)
    await templates.choose('再次催款函')
    await expect(templates.paper.locator('h1')).toHaveText('再次催款函')
    await templates.word('closing', '此致 敬礼 ')
    await page.keyboard.press('Alt+v')
    await page.keyboard.type('客户名称')
    await page.keyboard.press('Enter')
    await expect(templates.part('closing').locator('textarea')).toHaveValue('此致 敬礼 {{ customer.name }}')
    await expect(templates.paper.locator('.ending')).toContainText(`此致 敬礼 ${CUSTOMERS[0].name}`)
  })
  await test.step('what is wrong stands at its part, with its place', async () => {
    await templates.word('rights', '一行\n{{ custmer.name }}')
    await expect(templates.part('rights').getByRole('alert')).toContainText('第 2 行第 4 列')
    await page.keyboard.press('Control+s')
    await expect(templates.part('rights').locator('textarea')).toBeFocused()
    await templates.word('rights', '保留一切权利')
    await expect(templates.paper.locator('body')).toContainText('保留一切权利')
    await templates.save(1)
    await expect(templates.entry('再次催款函')).toContainText('第 1 版')
  })
  await test.step('the built-in words come back as a new version', async () => {
    await page.keyboard.press('Alt+h')
    await page.locator('.template-versions').getByRole('button', { name: '采用这一版' }).press('Enter')
    await expect(templates.part('closing').locator('textarea')).toHaveValue('特此函告，请予重视！')
    await templates.save(2)
  })
  await test.step('a seal picture by its bytes', async () => {
    await templates.choose('版式与图片')
    const file = templates.front.locator('input[type=file]').nth(1)
    await file.setInputFiles({ name: '章.png', mimeType: 'image/png', buffer: Buffer.from('<svg onload="alert(1)"/>') })
    await expect(templates.front.locator('.template-picture').nth(1).getByRole('alert')).toContainText('PNG')
    await file.setInputFiles({ name: '章.txt', mimeType: 'text/plain', buffer: Buffer.from(png()) })
    await expect(templates.paper.locator('.stamp')).toHaveCSS('content', /data:image\/png/)
    await templates.save(1)
  })
})

test('runs nothing and fetches nothing that names, remarks or templates say', async ({ launch, ledgerFile, host: kind }) => {
  test.skip(kind !== 'chromium', 'the paper is the same in Electron; the hostile customer is made over HTTP')
  const { page, host } = await launch({ ledger: ledgerFile })
  if (!host) throw new Error('There is no host to ask')
  const ask = async (route: string, body: unknown): Promise<unknown> => {
    const response = await fetch(`${host.url}/api/v1${route}`, { method: 'POST', headers: { authorization: `Bearer ${host.token}`, 'content-type': 'application/json' }, body: JSON.stringify(body) })
    expect(response.ok, route).toBe(true)
    return response.json()
  }
  const hostile = '<script>alert(1)</script><img src="http://evil.test/a.png" onerror="alert(2)"><a href="javascript:alert(3)">{{ total }}</a>'
  const styles = '</style><style>body{background:url(http://evil.test/b.png)}</style><iframe src="http://evil.test/c"></iframe>{% comment %}'
  const { id } = (await ask('/customers', { name: hostile.slice(0, 120), shortName: 'evil', address: styles.slice(0, 120), contacts: [{ name: '<svg onload=alert(4)>', role: '', phone: '', email: '' }] })) as { id: number }
  await ask('/invoices', { customerId: id, amount: 99_000_000, documentOn: '2026-01-05', dueOn: '2026-02-05', invoiceNumber: '<b>1</b>', post: true, requestId: crypto.randomUUID() })
  const wording = { title: '<script>alert(5)</script>', greeting: '<img src="http://evil.test/d.png" onerror=alert(6)>', opening: '{{ customer.name | bold }} {{ invoices }}', asking: '<meta http-equiv=refresh content="0;url=http://evil.test/e">', rights: '<link rel=stylesheet href="http://evil.test/f.css">', closing: '</article><object data="http://evil.test/g"></object>' }
  await ask('/letter-templates', { level: 'reminder', language: 'zh-CN', wording, note: '<script>' })
  await ask('/letter-looks', { logo: null, sealPicture: null, sender: '<script>alert(7)</script>', footnote: 'url(http://evil.test/h)', withSlip: true })

  const outside: string[] = []
  const asked: string[] = []
  const watch = (request: Request): void => {
    if (!request.url().startsWith(host.url) && !/^(data|blob|about):/.test(request.url())) outside.push(request.url())
  }
  page.on('request', watch)
  page.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await page.locator('.flow').waitFor()
  const shell = new Shell(page)
  const templates = new TemplatesPage(page)
  await shell.open('函件模板')
  await expect(templates.paper.locator('.to')).toContainText('<script>alert(1)</script>')
  await expect(templates.paper.locator('h1')).toHaveText(wording.title)

  // The same paper as a document of its own, in a page that would run scripts and load what it is told to.
  const { html } = (await ask('/letters/preview', { customerId: id, level: 'reminder', remark: `${hostile}\n=cmd|' /C calc'!A0` })) as { html: string }
  const alone = (await page.context().browser()?.newPage()) ?? page
  alone.on('request', watch)
  alone.on('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await alone.setContent(html, { waitUntil: 'networkidle' })
  await expect(alone.locator('.remark')).toContainText('javascript:alert(3)')
  expect(await alone.locator('script, img, iframe, a, object, link, svg, meta[http-equiv]').count()).toBe(0)
  await alone.pdf()
  await alone.close()
  expect([outside, asked]).toEqual([[], []])
})
