/** What all printed pages share: the fonts of a Chinese office, A4, the look of a sheet on screen, and how prints are noted. */
import { z } from 'zod'

export const PAPER_SERIF = '"Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun,serif'
export const PAPER_SANS = '"Noto Sans CJK SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",SimHei,sans-serif'

/** On screen the sheet lies on a grey ground in its real size; on paper the margins belong to @page. */
export function sheetStyles(orientation: 'portrait' | 'landscape'): string {
  const [width, height] = orientation === 'portrait' ? ['210mm', '297mm'] : ['297mm', '210mm']
  return `
@page { size: A4 ${orientation}; margin: 13mm 15mm 14mm; }
* { box-sizing: border-box; }
html { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; color: #000; background: #fff; }
table { border-collapse: collapse; width: 100%; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.figure { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
.negative { color: #b3261e; }
@media screen {
  html { background: #dfe3e8; }
  body { background: none; padding: 6mm 0; }
  .sheet { width: ${width}; min-height: ${height}; margin: 0 auto 6mm; padding: 13mm 15mm 14mm; background: #fff; box-shadow: 0 1px 6px rgba(0,0,0,.3); }
}
@media print {
  /* The outer half of a table's border would fall outside the page's area and be cut off. */
  .sheet { padding: 0 0.3mm; }
  .sheet + .sheet { break-before: page; }
}
`
}

/** Plain text between the quotes of a rule; it cannot leave them. */
export const cssText = (text: string): string => `"${text.replace(/["\\]/g, '').replace(/[\r\n<]/g, ' ')}"`

const FOOT = 'font-size: 8px; color: #555;'

/**
 * The foot of each page for a print dialog, where nobody else writes one: the number of the paper, and page n of m. In a
 * job of several papers each page names its own; its pages cannot be counted apart there.
 */
export function withPageFoot(html: string, numbers: readonly string[]): string {
  const [only = ''] = numbers
  const rules = numbers.length === 1
    ? `@page { @bottom-center { ${FOOT} content: ${cssText(only)} " " counter(page) " / " counter(pages); } }`
    : numbers.map((number, index) => `.sheet:nth-of-type(${index + 1}) { page: paper-${index}; } @page paper-${index} { @bottom-center { ${FOOT} content: ${cssText(number)}; } }`).join('\n')
  return html.replace('</style>', () => `${rules}\n</style>`)
}

/** A paper goes out as a file, or over a print dialog. */
export type PrintWay = 'pdf' | 'print'
/** One print of a paper that was issued; all but the first are reprints (补打). */
export const printNote = z.object({ at: z.string(), by: z.string(), reprint: z.boolean(), how: z.string() })
export type PrintNote = z.infer<typeof printNote>
