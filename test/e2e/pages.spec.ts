/**
 * Every page by keyboard alone, with a visible place of the cursor, and in both languages and two sizes of screen without
 * a word cut off. HUIKUAN_PICTURES=1 pictures them all, which takes minutes.
 */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { root } from '../../build/electronRuntime.ts'
import { expect, test } from '../support/office.ts'
import { PAGES } from './pages/list.ts'
import { ReceiptEntryPage } from './pages/receipts.ts'
import { countPointer, Shell } from './pages/shell.ts'

const OUT = path.join(root, 'test/out/pages')
const KEPT = path.join(root, 'test/e2e/screenshots')
const PICTURES = process.env['HUIKUAN_PICTURES'] === '1'
const SIZES = [{ width: 1280, height: 720 }, { width: 1920, height: 1080 }] as const

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
    // Borders change their color within a moment.
    await new Promise((resolve) => setTimeout(resolve, 350))
    const after = around.map(marks)
    at.focus()
    return before.some((mark, index) => mark !== after[index]) ? 'seen' : `not seen: ${at.outerHTML.slice(0, 120)}`
  })
}

test('opens every page by keyboard and shows where the cursor stands', async ({ demo: { page } }) => {
  const shell = new Shell(page)
  const pointer = await countPointer(page)
  for (const { zh } of PAGES.slice(1)) {
    await shell.open(zh)
    await expect(async () => expect(await visibleFocus(page)).toBe('seen'), zh).toPass({ timeout: 10_000 })
  }
  await page.keyboard.press('Alt+Home')
  await expect(async () => expect(await visibleFocus(page), 'home').toBe('seen')).toPass({ timeout: 10_000 })
  expect(await pointer()).toBe(0)
})

test('looks right in both languages on a small and a large screen', async ({ demo: { page }, host }) => {
  test.skip(host !== 'chromium', 'the pages are the same in Electron, whose window has one size')
  test.setTimeout(240_000)
  const shell = new Shell(page)
  mkdirSync(OUT, { recursive: true })
  for (const language of ['zh', 'en'] as const) {
    if (language === 'en') await page.locator('.status-bar').getByRole('button', { name: 'English' }).press('Enter')
    for (const each of PAGES) {
      await shell.search(each[language])
      await expect(shell.front.locator('.page-title')).toHaveText(each[language])
      if (each.key === 'receiptEntry') await fillReceipt(page, language)
      if (each.key === 'letterRun') await expect(shell.front.frameLocator('.paper-frame iframe').locator('body')).toContainText(/\d/)
      for (const size of SIZES) {
        await page.setViewportSize(size)
        await expect(shell.front.locator('.ant-spin-spinning')).toHaveCount(0)
        if (!PICTURES) continue
        if (each.key === 'overview') await settled(page)
        await page.screenshot({ animations: 'disabled', path: path.join(OUT, `${each.key}-${language}-${size.width}.png`) })
        if (language === 'zh' && size.width === 1280) await keep(page, each.key)
      }
      expect.soft(await overflowing(page), each.key).toEqual([])
    }
  }
})

/** A posted receipt above and the suggestion for the next one below. */
async function fillReceipt(page: Page, language: 'zh' | 'en'): Promise<void> {
  const entry = new ReceiptEntryPage(page)
  if (language === 'zh') {
    await entry.type({ customer: 'shjx', amount: '20000' })
    await expect(entry.lines.locator('.ant-tag').first()).toBeVisible()
    await entry.post()
    await entry.type({ customer: 'ksht', amount: '150000' })
  }
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

/** The README shows three of the pages; the letter, full of small print, in a lower picture. */
async function keep(page: Page, key: string): Promise<void> {
  const name = ({ overview: 'overview', receiptEntry: 'receipts', letterRun: 'letters' } as Record<string, string>)[key]
  if (!name) return
  if (name === 'letters') await page.setViewportSize({ width: 1280, height: 600 })
  await page.waitForTimeout(200)
  await page.screenshot({ animations: 'disabled', path: path.join(KEPT, `${name}.png`) })
}

/** Buttons and headings whose words are cut off. */
async function overflowing(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-front="true"] button, [data-front="true"] h1, [data-front="true"] h2, .rail-item span, .figure-card-value')]
      .filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth > 0 && getComputedStyle(each).overflow !== 'visible')
      .map((each) => each.innerText))
}
