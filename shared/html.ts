/** HTML for paper, built from text that people typed: every value is escaped unless it is HTML made here. */

export type Html = { readonly html: string }

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '')

type Value = Html | string | number | readonly Html[]

function shown(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value)
  if (typeof value === 'number') return String(value)
  return 'html' in value ? value.html : value.map((part) => part.html).join('')
}

/** A piece of HTML: html`<p>${name}</p>` escapes the name; nested pieces and lists of them go in as they are. */
export const html = (parts: TemplateStringsArray, ...values: Value[]): Html => ({
  html: parts.reduce((text, part, index) => text + shown(values[index - 1] ?? '') + part),
})

export const NOTHING: Html = { html: '' }

/**
 * A whole document without scripts. All styles stand in the one element, so that a page with a strict content security
 * policy can show the paper by giving that element its nonce.
 */
export const htmlDocument = (language: string, title: string, styles: string, body: Html): string =>
  `<!doctype html>\n<html lang="${escapeHtml(language)}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>${styles}</style></head><body>${body.html}</body></html>\n`

/** A note of several lines as paragraphs' lines. */
export const lines = (text: string): Html => ({ html: text.split(/\r?\n/).map(escapeHtml).join('<br>') })

/** 2026-06-30 → 2026年6月30日, as Chinese letters write a day. */
export const writtenDay = (value: string, language: string): string => {
  if (!language.startsWith('zh')) return value
  const [year, month, date] = value.split('-').map(Number)
  return `${year ?? ''}年${month ?? ''}月${date ?? ''}日`
}
