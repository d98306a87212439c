/** What surrounds the pages: the window, its walls, and the way to the ledger. */
import { expect, test } from '../support/program.ts'

test('opens with the first run and reaches the ledger process', async ({ program }) => {
  await expect(program.page).toHaveTitle(/回款管家/)
  await expect(program.page.getByText('打开示例账套').first()).toBeVisible()
})

test('starts in English when told so', async ({ launch }) => {
  const { page } = await launch({ language: 'en' })
  await expect(page.locator('html')).toHaveAttribute('lang', /en/)
})

test('lets the page open no window and reach no other address', async ({ program: { page, violations } }) => {
  const address = page.url()
  const openWindow = await page.evaluate(() => window.location.protocol === 'app:' && window.open('https://example.com/') !== null)
  expect(openWindow).toBe(false)
  const fetched = await page.evaluate(() => fetch('https://example.com/').then(() => 'reached', () => 'denied'))
  expect(fetched).toBe('denied')
  expect(page.url()).toBe(address)
  // Here the policy was meant to block something, and said so.
  expect(violations.splice(0).join()).toContain('connect-src')
})
