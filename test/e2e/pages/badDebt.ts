/** Page objects of bad debt: asking for a write-off, deciding on it, what came back, and the allowance; by keyboard only. */
import { expect, type Locator, type Page } from '@playwright/test'

export class BadDebtPages {
  readonly page: Page
  readonly front: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
  }

  get entry(): Locator {
    return this.front.getByTestId('write-off-entry')
  }

  get request(): Locator {
    return this.front.getByTestId('request-document')
  }

  get document(): Locator {
    return this.front.getByTestId('write-off-document')
  }

  get sums(): Locator {
    return this.front.getByTestId('provision-sums')
  }

  /** From the list: fills the head, takes everything of the first debt, and asks. */
  async ask(customer: string, reason: string, evidence: string): Promise<void> {
    const { keyboard } = this.page
    await keyboard.press('Alt+n')
    await this.entry.waitFor()
    await keyboard.type(customer)
    await keyboard.press('Enter')
    await expect(this.entry.getByTestId('pane-line').first()).toBeVisible()
    await keyboard.type(reason)
    await keyboard.press('Enter')
    await keyboard.type(evidence)
    await keyboard.press('Enter')
    await expect(this.entry.getByTestId('pane-line').first().locator('td.amount-column input')).toBeFocused()
    await keyboard.press('=')
    await keyboard.press('Control+Enter')
    await this.request.waitFor()
  }

  /** Answers the dialog that a key opened, with what was typed before. */
  async answer(): Promise<void> {
    await this.page.keyboard.press('Control+Enter')
    await this.page.getByRole('dialog').waitFor({ state: 'detached' })
  }
}
