/** Dunning runs: the proposal for everybody, the owner's approval, and all letters in one step; by keyboard only. */
import { expect, type Page } from '@playwright/test'
import { Shell } from './shell.ts'

export class RunPages {
  readonly page: Page
  readonly #shell: Shell

  constructor(page: Page) {
    this.page = page
    this.#shell = new Shell(page)
  }

  /** Proposes a run as of today for everybody with something overdue, and waits for its first line. */
  async start(): Promise<void> {
    const { keyboard } = this.page
    await this.#shell.open('催款批次')
    await keyboard.press('Alt+n')
    const dialog = this.page.locator('.ant-modal').filter({ visible: true })
    await expect(dialog.getByLabel('截止日')).toBeFocused()
    await keyboard.press('Control+Enter')
    await expect(dialog).toHaveCount(0)
    await expect(this.#shell.cell(0, 'state')).toBeVisible()
  }

  async approve(): Promise<void> {
    await expect(this.#shell.cell(0, 'state')).toHaveText('待批准')
    await this.#answer('Alt+a')
    await expect(this.#shell.cell(0, 'state')).toHaveText('已批准')
  }

  async issue(): Promise<void> {
    await this.#answer('Control+Enter')
  }

  async #answer(key: string): Promise<void> {
    const question = this.page.locator('.ant-modal-confirm')
    await this.page.keyboard.press(key)
    await question.waitFor()
    await this.page.keyboard.press('Enter')
    await expect(question).toHaveCount(0)
  }
}
