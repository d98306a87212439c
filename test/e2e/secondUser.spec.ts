/** From the first run to the second person: sign-in, lock, and what a salesperson may do. */
import { expect, test } from '../support/program.ts'
import { Desk } from './pages/desk.ts'
import { FirstRunPage } from './pages/ledgers.ts'
import { SignInPage, UsersPage } from './pages/users.ts'

test('creates a ledger by keyboard, asks for a password once there are two, and shows each role its pages', async ({ program: { page } }) => {
  const desk = new Desk(page)
  const signIn = new SignInPage(page)
  await new FirstRunPage(page).createLedger('宁波永固紧固件有限公司', 'fastener-1')
  await expect(desk.front.getByText('客户档案')).toBeVisible()

  await desk.open('用户与业务员')
  await new UsersPage(page).addSalesperson('王业务', 'salesman-1')
  await expect(desk.front.getByText('王业务')).toBeVisible()

  // With a second person there is something to lock; the desk learns it a moment after the list.
  await expect(desk.status.getByRole('button', { name: '锁定' })).toBeVisible()
  await page.keyboard.press('Control+l')
  const lock = page.getByRole('dialog', { name: '已锁定' })
  await expect(lock).toBeVisible()
  await page.keyboard.type('something else')
  await page.keyboard.press('Enter')
  await expect(lock.getByRole('alert')).toContainText('密码不正确')
  await page.keyboard.type('fastener-1')
  await page.keyboard.press('Enter')
  await expect(lock).toBeHidden()
  await expect(desk.front.getByText('王业务')).toBeVisible()

  await desk.signOut()
  await signIn.signIn('王业务', 'salesman-1')
  await expect(desk.status).toContainText('王业务（业务员）')
  await expect(desk.rail.filter({ hasText: '收款录入' })).toHaveCount(0)
  await expect(desk.rail.filter({ hasText: '数据导入' })).toHaveCount(0)
  await expect(desk.rail.filter({ hasText: '收款单' })).toHaveCount(1)

  await desk.signOut()
  await signIn.signIn('系统管理员', 'fastener-1')
  await desk.open('账套检查')
  await page.keyboard.press('F9')
  await expect(desk.front.getByText('账套完整')).toBeVisible()
})
