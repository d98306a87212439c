/** Letter templates: worded, tried on a real customer, saved by versions; and nothing that anybody types runs or is fetched. */
import { execFileSync } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { workHeadless, type Program } from '../support/launch.ts'
import { COMPANY, CUSTOMERS, expect, test } from '../support/office.ts'
import { png } from '../support/pictures.ts'
import { needsPoppler } from '../support/pdf.ts'
import { IssuingPage } from './pages/papers.ts'
import { Shell } from './pages/shell.ts'
import { TemplatesPage } from './pages/templates.ts'
import { SignInPage } from './pages/users.ts'

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

const hostile = (server: string) => ({
  name: `<script src="${server}/a.js"></script><img src="${server}/b.png" onerror="alert(1)"><a href="javascript:alert(2)">{{ total }}</a>`.slice(0, 120),
  address: `</style><style>body{background:url(${server}/c.png)}</style><iframe src="${server}/d"></iframe>{% comment %}`.slice(0, 120),
  remark: `<a href="javascript:alert(3)"><img src="${server}/e.png">\n=cmd|' /C calc'!A0`,
  wording: {
    title: '<script>alert(5)</script>', greeting: `<img src="${server}/f.png" onerror=alert(6)>`, opening: '{{ customer.name | bold }} {{ invoices }}',
    asking: `<meta http-equiv=refresh content="0;url=${server}/g">`, rights: `<link rel=stylesheet href="${server}/h.css">`, closing: `</article><object data="${server}/i"></object>`,
  },
  look: { logo: null, sealPicture: null, sender: '<script>alert(7)</script>', footnote: `url(${server}/j)`, withSlip: true },
})

/** A customer, an invoice, a wording and a look that say it; answers the preview of a letter as the document that it is. */
async function prepare(ledger: string, { name, address, remark, wording, look }: ReturnType<typeof hostile>): Promise<string> {
  return workHeadless(['--ledger', ledger], async (ask) => {
    const { id: customerId } = await ask('/customers', { name, shortName: 'evil', address, contacts: [{ name: '<svg onload=alert(4)>', role: '', phone: '', email: '' }] })
    await ask('/invoices', { customerId, amount: 99_000_000, documentOn: '2026-01-05', dueOn: '2026-02-05', invoiceNumber: '<b>1</b>', post: true, requestId: crypto.randomUUID() })
    await ask('/letter-templates', { level: 'reminder', language: 'zh-CN', wording, note: '<script>' })
    await ask('/letter-looks', look)
    return (await ask<{ html: string }>('/letters/preview', { customerId, level: 'reminder', remark })).html
  })
}

/** A page of the program's own engine that runs scripts and loads what it is told to. */
async function openBare({ page, electron }: Program): Promise<Page> {
  if (!electron) return (await page.context().browser()!.newContext()).newPage()
  const [bare] = await Promise.all([electron.waitForEvent('window'), electron.evaluate(async ({ BrowserWindow }) => {
    await new BrowserWindow({ show: false, webPreferences: { partition: 'bare' } }).loadURL('about:blank')
  })])
  return bare
}

test('runs nothing and fetches nothing that names, remarks or templates say', async ({ launch, ledgerFile }) => {
  needsPoppler()
  const fetched: string[] = []
  const server = createServer((request, response) => {
    fetched.push(request.url ?? '')
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const outside = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const said = hostile(outside)
  const html = await prepare(ledgerFile, said)
  const program = await launch({ ledger: ledgerFile })
  const { page } = program
  const ran: string[] = []
  const watch = (each: Page): void => {
    // What a policy stops has left no trace at the server, but it was asked for.
    each.on('request', (request) => { if (request.url().startsWith(outside)) fetched.push(request.url()) })
    each.on('dialog', (dialog) => {
      ran.push(dialog.message())
      void dialog.dismiss()
    })
  }
  watch(page)
  await new SignInPage(page).enter(COMPANY.administrator, COMPANY.password)
  const shell = new Shell(page)

  await test.step('on the page of templates', async () => {
    const templates = new TemplatesPage(page)
    await shell.open('函件模板')
    await expect(templates.paper.locator('.to')).toContainText('<script src=')
    await expect(templates.paper.locator('h1')).toHaveText(said.wording.title)
  })
  await test.step('in the PDF of a letter', async () => {
    const run = new IssuingPage(page)
    await shell.open('催款')
    await expect(shell.cell(0, 'name')).toHaveText(said.name)
    await shell.cell(0, 'name').focus()
    await page.keyboard.press(' ')
    await run.issue()
    await run.showFirst()
    const file = await program.download(() => page.keyboard.press('Control+e'))
    expect(execFileSync('pdftotext', [file, '-'], { encoding: 'utf8' })).toContain(said.wording.title)
  })
  await test.step('as a document of its own, where scripts would run', async () => {
    const bare = await openBare(program)
    watch(bare)
    await bare.setContent(html, { waitUntil: 'networkidle' })
    await expect(bare.locator('.remark')).toContainText('javascript:alert(3)')
    expect(await bare.locator('script, img, iframe, a, object, link, svg, meta[http-equiv]').count()).toBe(0)
    expect([fetched, ran]).toEqual([[], []])
    // There it would have been told, had it run or fetched anything.
    await bare.setContent(`<img src="${outside}/told" onerror="alert('told')">`)
    await expect.poll(() => [fetched, ran]).toEqual([expect.arrayContaining(['/told', `${outside}/told`]), ['told']])
    await bare.close()
  })
  server.close()
})
