/** Finds texts on screen that were never translated: a key where words should stand, or Chinese words in the English program. */
import type { Page } from '@playwright/test'
import { zhCN } from '../../renderer/locales/zh-CN/index.ts'

const NAMESPACES = Object.keys(zhCN)

/** Every key of the Chinese texts with and without its namespace, as i18next shows a key that it does not find. */
function keysOf(tree: object, path: string): string[] {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [path + name] : keysOf(value as object, `${path}${name}.`)))
}
const KEYS = new Set(Object.values(zhCN).flatMap((namespace) => keysOf(namespace, '')).filter((key) => key.includes('.')))

async function texts(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const seen: string[] = []
    for (const element of document.querySelectorAll(wanted)) {
      for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) seen.push(node.textContent.trim())
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) if (element.getAttribute(name)) seen.push(element.getAttribute(name) ?? '')
    }
    return seen
  }, selector)
}

export async function untranslated(page: Page): Promise<string[]> {
  const namespaced = new RegExp(`(^|\\s)(${NAMESPACES.join('|')})[:.][a-z]\\w*(\\.\\w+)*(\\s|$)`)
  return (await texts(page, 'body *')).filter((text) => KEYS.has(text) || namespaced.test(text) || text.includes('{{'))
}

/** What the program itself says (headings, buttons, labels), not what the ledger holds. */
export async function chineseWords(page: Page): Promise<string[]> {
  const own = '.rail *, .page-toolbar *, .ag-header-cell-text, th, label, h1, h2, h3, button, button span, .field-label, .field-hint, .quiet, .empty-title, .empty-hint, .ant-segmented-item-label'
  const front = own.split(', ').map((each) => (each.startsWith('.rail') ? each : `.tab-panel[data-front="true"] ${each}`)).join(', ')
  return (await texts(page, front)).filter((text) => /\p{Script=Han}/u.test(text))
}
