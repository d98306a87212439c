/** Signing in, the lock, and the list of users. */
import { expect, type Page } from '@playwright/test'

export class SignInPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async signIn(name: string, password: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: '登录' })).toBeVisible()
    await this.page.getByLabel('姓名').fill(name)
    await this.page.getByLabel('密码').fill(password)
    await this.page.keyboard.press('Enter')
  }

  /** Into the program as this person. Who holds the token of the headless host is the administrator already; the desktop program asks. */
  async enter(name: string, password: string): Promise<void> {
    const status = this.page.locator('.status-bar')
    await expect(this.page.getByLabel('密码').or(status)).toBeVisible()
    if (!(await status.isVisible())) await this.signIn(name, password)
    await expect(status).toContainText(name)
  }
}

export class UsersPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** A new user by keyboard; the role that is proposed is the salesperson's. */
  async addSalesperson(name: string, password: string): Promise<void> {
    const { keyboard } = this.page
    await keyboard.press('Alt+n')
    const dialog = this.page.getByRole('dialog')
    await expect(dialog.getByLabel('姓名')).toBeFocused()
    await keyboard.type(name)
    for (const name of ['角色', '部门', '密码']) {
      await keyboard.press('Enter')
      await expect(dialog.getByLabel(name)).toBeFocused()
    }
    await keyboard.type(password)
    await keyboard.press('Control+Enter')
    await expect(dialog).toBeHidden()
  }
}
