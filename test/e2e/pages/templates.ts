/** The page of letter templates: what is worded, its six parts, and the letter that they make. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test'

export class TemplatesPage {
  readonly page: Page
  readonly front: Locator
  readonly paper: FrameLocator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.paper = this.front.frameLocator('.paper-frame iframe')
  }

  async choose(name: string): Promise<void> {
    await this.front.locator('.template-entry').filter({ hasText: name }).focus()
    await this.page.keyboard.press('Enter')
    await expect(this.entry(name)).toHaveAttribute('aria-current', 'true')
  }

  entry(name: string): Locator {
    return this.front.locator('.template-entry').filter({ hasText: name })
  }

  part(part: string): Locator {
    return this.front.locator(`.template-part[data-part="${part}"]`)
  }

  /** Types a part anew. */
  async word(part: string, text: string): Promise<void> {
    await this.part(part).locator('textarea').focus()
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.insertText(text)
  }

  async save(version: number): Promise<void> {
    await this.page.keyboard.press('Control+s')
    await expect(this.page.locator('.ant-message').last()).toContainText(`第 ${version} 版`)
  }
}
