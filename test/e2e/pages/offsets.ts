/** Page objects of offsets and refunds: entered by keyboard only, as a clerk does. */
import type { Locator, Page } from '@playwright/test'

const front = (page: Page): Locator => page.locator('.tab-panel[data-front="true"]')

/** What both entry pages share: a head, panes of open items below. */
class Entry {
  readonly page: Page
  readonly root: Locator

  constructor(page: Page, root: Locator) {
    this.page = page
    this.root = root
  }

  /** Types into the lookup that has the cursor and goes to the next field. */
  async customer(initials: string): Promise<void> {
    await this.page.keyboard.type(initials)
    await this.page.keyboard.press('Enter')
  }

  lines(pane: 'credit-pane' | 'debt-pane'): Locator {
    return this.root.getByTestId(pane).getByTestId('pane-line')
  }

  amounts(pane: 'credit-pane' | 'debt-pane'): Promise<string[]> {
    return this.lines(pane).locator('td.amount-column input').evaluateAll((cells) => cells.map((cell) => (cell as HTMLInputElement).value))
  }
}

export class OffsetEntryPage extends Entry {
  constructor(page: Page) {
    super(page, front(page).getByTestId('offset-entry'))
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+n')
    await this.root.waitFor()
  }
}

export class RefundEntryPage extends Entry {
  constructor(page: Page) {
    super(page, front(page).getByTestId('refund-entry'))
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+n')
    await this.root.waitFor()
  }
}

/** A posted offset or refund. */
export class PostedPage {
  readonly page: Page
  readonly document: Locator

  constructor(page: Page, kind: 'offset' | 'refund') {
    this.page = page
    this.document = front(page).getByTestId(`${kind}-document`)
  }

  async reverse(reason: string): Promise<void> {
    await this.page.keyboard.press('Alt+r')
    const dialog = this.page.getByRole('dialog')
    await dialog.waitFor()
    await this.page.keyboard.type(reason)
    await this.page.keyboard.press('Control+Enter')
    await dialog.waitFor({ state: 'detached' })
  }
}
