/**
 * Every page of the rail by keyboard alone, with a visible place of the cursor, without a word cut off on a small and a
 * large screen, and in English without a Chinese word of the program. HUIKUAN_PICTURES=1 pictures them all, which takes minutes.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../build/electronRuntime.ts'
import { zhCN } from '../../renderer/locales/zh-CN/index.ts'
import { expect, test } from '../support/office.ts'
import { chineseWords, untranslated } from '../support/texts.ts'
import { ReceiptEntryPage } from './pages/receipts.ts'
import { countPointer, Shell } from './pages/shell.ts'

const OUT = path.join(root, 'test/out/pages')
const KEPT = path.join(root, 'test/e2e/screenshots')
const PICTURES = process.env['HUIKUAN_PICTURES'] === '1'
/** What the ledger calls its administrator where nobody says otherwise. */
const ADMINISTRATOR: string = zhCN.ledgers.administratorName
const SIZES = [{ width: 1280, height: 720 }, { width: 1920, height: 1080 }] as const
/** What is one line by intention: its words must fit. */
const RAIL = '.rail-item span, .rail h2, .rail-brand'
const IN_PAGE = ['button', 'h1', 'h2', '.figure-card-value'].map((each) => `[data-front="true"] ${each}`).join()

/** Where the cursor is, and whether a person can see it: an outline, a border or a shadow that it does not have elsewhere. */
async function visibleFocus(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const at = document.activeElement
    if (!(at instanceof HTMLElement) || at === document.body || !at.closest('[data-front="true"]')) return `nowhere: ${at?.className ?? ''}`
    const marks = (element: Element): string => {
      const { outlineStyle, outlineWidth, boxShadow, borderColor, backgroundColor } = getComputedStyle(element)
      return [outlineStyle === 'none' ? '' : outlineWidth, boxShadow, borderColor, backgroundColor].join()
    }
    const around = [at, at.parentElement, at.closest('td'), at.closest('.ant-input-affix-wrapper'), at.closest('.ag-row')].filter((each) => each instanceof Element)
    const before = around.map(marks)
    at.blur()
    // What a component draws anew for it is there with the next picture.
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0)))
    const after = around.map(marks)
    at.focus()
    return before.some((mark, index) => mark !== after[index]) ? 'seen' : `not seen: ${at.outerHTML.slice(0, 120)}`
  })
}

for (const language of ['zh', 'en'] as const) {
  test(`shows every page in ${language}, reached by keyboard, and cuts off no word`, async ({ demo: { page }, host }) => {
    // A window of Electron has the size of its screen.
    const sizes = host === 'chromium' ? SIZES : [null]
    test.setTimeout(PICTURES ? 240_000 : 120_000)
    mkdirSync(OUT, { recursive: true })
    const shell = new Shell(page)
    const pointer = await countPointer(page)
    // The mark of the cursor is looked at as soon as it is drawn.
    await page.emulateMedia({ reducedMotion: 'reduce' })
    if (language === 'en') await page.locator('.status-bar').getByRole('button', { name: 'English' }).press('Enter')
    await expect(page.locator('html')).toHaveAttribute('lang', language === 'en' ? 'en' : 'zh-CN')
    if (sizes[0]) await page.setViewportSize(sizes[0])
    expect.soft(await overflowing(page, RAIL), 'titles too long for the rail').toEqual([])
    const [home, ...others] = await shell.rail()
    // The page that stands from the start is come back to.
    for (const { key, title } of [...others, home!]) {
      await shell.open(title)
      await expect(async () => expect(await visibleFocus(page)).toBe('seen'), title).toPass({ timeout: 10_000 })
      if (key === 'receiptEntry') await fillReceipt(page)
      if (key === 'letterRun') await expect(shell.front.frameLocator('.paper-frame iframe').locator('body')).toContainText(/\d/)
      await expect(shell.front.locator('.ant-spin-spinning')).toHaveCount(0)
      for (const size of sizes) {
        if (size) await page.setViewportSize(size)
        expect.soft(await overflowing(page, IN_PAGE), `${title} on ${size?.width ?? 'the screen'}`).toEqual([])
        if (PICTURES && size) await picture(page, key, language, size.width)
      }
      expect.soft(await untranslated(page), title).toEqual([])
      // The ledger's own administrator has a Chinese name.
      if (language === 'en') expect.soft((await chineseWords(page)).filter((word) => word !== ADMINISTRATOR), title).toEqual([])
      // Pages that stay open are laid out again with every other; one with something typed in it would ask.
      if (key !== 'receiptEntry') await page.keyboard.press('Alt+w')
    }
    expect(await pointer()).toBe(0)
  })
}

async function picture(page: Page, key: string, language: 'zh' | 'en', width: number): Promise<void> {
  if (key === 'overview') await settled(page)
  await page.screenshot({ animations: 'disabled', path: path.join(OUT, `${key}-${language}-${width}.png`) })
  if (language === 'zh' && width === 1280) await keep(page, key)
}

/** A posted receipt above and the suggestion for the next one below. */
async function fillReceipt(page: Page): Promise<void> {
  const entry = new ReceiptEntryPage(page)
  await entry.type({ customer: 'shjx', amount: '20000' })
  await expect(entry.lines.locator('.ant-tag').first()).toBeVisible()
  await entry.post()
  await entry.type({ customer: 'ksht', amount: '150000' })
  await expect(entry.lines.locator('.ant-tag').first()).toBeVisible()
}

/** Charts draw themselves over some frames; two equal pictures in a row say that they have. */
async function settled(page: Page): Promise<void> {
  let before = ''
  await expect(async () => {
    const now = (await page.screenshot()).toString('base64')
    const same = now === before
    before = now
    expect(same).toBe(true)
  }).toPass({ timeout: 5000, intervals: [150] })
}

/** The README shows these pages; the letter, full of small print, in a lower picture. The window of the desktop program is pictured in Electron. */
async function keep(page: Page, key: string): Promise<void> {
  const name = ({ receiptEntry: 'receipts', letterRun: 'letters' } as Record<string, string>)[key]
  if (!name) return
  // Where the ledger of a test lies is of no interest.
  await page.addStyleTag({ content: '.status-file { visibility: hidden }' })
  if (name === 'letters') await page.setViewportSize({ width: 1280, height: 600 })
  await page.waitForTimeout(200)
  await page.screenshot({ animations: 'disabled', path: path.join(KEPT, `${name}.png`) })
}

/** Texts that are cut off. */
async function overflowing(page: Page, selector: string): Promise<string[]> {
  return page.locator(selector).evaluateAll((found) =>
    found.filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflow !== 'visible').map((each) => (each as HTMLElement).innerText))
}
