/** Finds texts on screen that were never translated: a key where words should stand, or Chinese words in the English program. */
import type { Page } from '@playwright/test'
import { zhCN } from '../../renderer/locales/zh-CN/index.ts'

const NAMESPACES = Object.keys(zhCN)

/** Every key of the Chinese texts with and without its namespace, as i18next shows a key that it does not find. */
function keysOf(tree: object, path: string): string[] {
  return Object.entries(tree).flatMap(([name, value]) => (typeof value === 'string' ? [path + name] : keysOf(value as object, `${path}${name}.`)))
}
const KEYS = new Set(Object.values(zhCN).flatMap((namespace) => keysOf(namespace, '')).filter((key) => key.includes('.')))

function wordsOf(tree: object): string[] {
  return Object.values(tree).flatMap((value: unknown) => (typeof value === 'string' ? [value] : wordsOf(value as object)))
}
const literally = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&')
/** Every Chinese text of the program; where a value is filled in, anything may stand. */
const WORDS = wordsOf(zhCN).filter((text) => /\p{Script=Han}/u.test(text)).map((text) => new RegExp(`^${text.split(/\{\{\w+\}\}/).map(literally).join('.*')}$`))

async function texts(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((wanted) => {
    const seen: string[] = []
    for (const element of document.querySelectorAll(wanted)) {
      // Names of languages and of what a template fills in are the same in every language.
      if (element.closest('[translate="no"]')) continue
      // What stands in a text area was typed, a template for example, and is no text of the program.
      if (!(element instanceof HTMLTextAreaElement)) for (const node of element.childNodes) if (node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) seen.push(node.textContent.trim())
      for (const name of ['title', 'aria-label', 'placeholder', 'alt']) if (element.getAttribute(name)) seen.push(element.getAttribute(name) ?? '')
    }
    return seen
  }, selector)
}

export async function untranslated(page: Page): Promise<string[]> {
  const namespaced = new RegExp(`(^|\\s)(${NAMESPACES.join('|')})[:.][a-z]\\w*(\\.\\w+)*(\\s|$)`)
  return (await texts(page, 'body *')).filter((text) => KEYS.has(text) || namespaced.test(text) || text.includes('{{'))
}

/** Chinese words on screen that are the program's own; what the ledger holds may be Chinese in any language. */
export async function chineseWords(page: Page): Promise<string[]> {
  return (await texts(page, '.rail *, .page-toolbar *, .tab-panel[data-front="true"] *')).filter((text) => /\p{Script=Han}/u.test(text) && WORDS.some((word) => word.test(text)))
}
