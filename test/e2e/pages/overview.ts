/** The overdue overview as the owner meets it. */
import type { Locator, Page } from '@playwright/test'

export type Figure = 'receivable' | 'overdue' | 'ratio' | 'dueIn7' | 'dueIn30' | 'advances' | 'balance'

export class OverviewPage {
  readonly page: Page
  readonly front: Locator
  readonly debtors: Locator
  readonly chart: Locator

  constructor(page: Page) {
    this.page = page
    this.front = page.locator('.tab-panel[data-front="true"]')
    this.debtors = this.front.locator('.overview-debtors tbody tr')
    this.chart = this.front.locator('.overview-chart')
  }

  async open(): Promise<void> {
    await this.page.keyboard.press('Alt+4')
    await this.figure('receivable').waitFor()
  }

  figure(figure: Figure): Locator {
    return this.front.getByTestId(`figure-${figure}`)
  }

  /** The figure as it stands on screen, such as 1,234.50 or 84.9%. */
  value(figure: Figure): Promise<string> {
    return this.figure(figure).locator('.figure-card-value').innerText()
  }

  /** Opens the rows behind a figure by keyboard. */
  async openRows(figure: Figure): Promise<void> {
    await this.figure(figure).focus()
    await this.page.keyboard.press('Enter')
    await this.figure(figure).waitFor({ state: 'hidden' })
  }
}
