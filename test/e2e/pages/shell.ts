/** The program around its pages: search, tabs, grids, as a person at the keyboard meets them. */
import { expect, type Locator, type Page } from '@playwright/test'

export class Shell {
  readonly page: Page
  /** The page in front. */
  readonly front: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
  }

  /** Opens what Ctrl+K finds first for a text: a page by its name, a customer by initials, a document by number. */
  async search(text: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    const box = this.page.locator('.palette input')
    await expect(box).toBeFocused()
    await this.page.keyboard.type(text)
    const first = this.page.locator('.palette [role="option"][aria-selected="true"]')
    await expect(first).toBeVisible()
    await this.page.keyboard.press('Enter')
    await expect(box).toBeHidden()
  }

  /** Opens a page of the rail by keyboard and waits until its title stands there. */
  async open(title: string): Promise<void> {
    await this.search(title)
    await expect(this.front.locator('.page-title')).toHaveText(title)
  }

  /** Every page of the rail with the title it has there, in the language of the moment. */
  rail(): Promise<{ key: string; title: string }[]> {
    return this.page.locator('.rail-item[data-page]').evaluateAll((items) => items.map((item) => ({ key: (item as HTMLElement).dataset['page'] ?? '', title: item.textContent })))
  }

  cell(row: number, field: string): Locator {
    return this.front.locator(`.ag-row[row-index="${row}"] [col-id="${field}"]`)
  }

  total(field: string): Locator {
    return this.front.locator(`.ag-row-pinned [col-id="${field}"]`)
  }

  get count(): Locator {
    return this.front.locator('.grid-count')
  }

  dialog(): Locator {
    return this.page.locator('.ant-modal:visible, .ant-drawer-content:visible').last()
  }
}

/** Minor units of a shown amount; an empty cell is nothing. */
export const fen = (text: string): number => Math.round(Number(text.replaceAll(/[^\d.-]/g, '') || '0') * 100)

/** Shows that a test really went without the mouse: every pointer event is counted from here on. */
export async function countPointer(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const root = document.documentElement
    root.dataset['pointer'] = '0'
    window.addEventListener('pointerdown', () => {
      root.dataset['pointer'] = String(Number(root.dataset['pointer']) + 1)
    }, true)
  })
  return async () => Number(await page.evaluate(() => document.documentElement.dataset['pointer']))
}
