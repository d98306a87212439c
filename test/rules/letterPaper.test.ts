import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { day } from '../../shared/day.ts'
import { letterHtml, lettersHtml } from '../../shared/dunning/letterHtml.ts'
import { letterContent, type LetterContent } from '../../shared/dunning/schemas.ts'
import { money } from '../../shared/money.ts'
import { withPageFoot } from '../../shared/paper.ts'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { wordingFacts } from '../../shared/templates/facts.ts'
import { fillWording } from '../../shared/templates/fill.ts'
import { BUILT_IN_LOOK, type Look, type Wording } from '../../shared/templates/schemas.ts'
import { png } from '../support/pictures.ts'

const golden = (name: string): string => readFileSync(path.join(import.meta.dirname, 'golden', name), 'utf8')
const old = (name: string): LetterContent => letterContent.parse(JSON.parse(golden(`${name}.json`)))

describe('a letter that was issued before the office worded its letters', () => {
  it.each([['letter.zh', true], ['letter.en', false]] as const)('%s prints the same bytes today', (name, reprint) => {
    expect(letterHtml(old(name), { reprint })).toBe(golden(`${name}.html`))
  })
})

describe('a letter that was issued in the words of the office', () => {
  const pictures = new Map([['5'.repeat(64), 'data:image/png;base64,iVBORw0KGgo=']])
  it.each(['worded.zh', 'worded.en', 'credits.zh', 'credits.en'])('%s prints the same bytes today', (name) => {
    expect(letterHtml(old(name), { reprint: true }, pictures)).toBe(golden(`${name}.html`))
  })
})

/** The golden letter as it would be issued today. */
function worded(name: 'letter.zh' | 'letter.en', { wording, look, ...over }: Partial<Omit<LetterContent, 'wording'>> & { wording?: Partial<Wording>; look?: Partial<Look> } = {}): LetterContent {
  const content = { ...old(name), template: '2', ...over }
  const parts = fillWording({ ...builtInWording(content.level, content.language), ...wording }, wordingFacts(content, null))
  return { ...content, wording: { version: 1, parts, lookVersion: 1, look: { ...BUILT_IN_LOOK, ...look } } }
}
const textOf = (paper: string): string => paper.replace(/<style>[\s\S]*?<\/style>/g, '').replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')

const INTEREST: NonNullable<LetterContent['interest']> = {
  customer: { id: 1, code: 'C00001', name: '上海机械' }, currency: 'CNY', to: day('2026-06-30'), basis: 'lpr', daysInYear: 360, terms: '同期一年期 LPR 的 1.3 倍', steps: [], total: money(12_345),
  items: [{
    itemId: 1, kind: 'invoice', documentId: 1, number: 'YS-202604-0001', invoiceNumber: '25322000000012345678', dueOn: day('2026-05-01'), amount: money(1_234_567), open: money(1_234_567), disputed: false,
    from: day('2026-05-02'), to: day('2026-06-30'), interest: money(12_345),
    stretches: [
      { from: day('2026-05-02'), to: day('2026-05-20'), days: 19, open: money(1_234_567), rate: 39_000, interest: money(4000) },
      { from: day('2026-05-21'), to: day('2026-06-30'), days: 41, open: money(1_234_567), rate: 40_300, interest: money(8345) },
    ],
  }],
}

describe('a letter in the words of the office', () => {
  it('has paragraphs and bold figures, and a part without text leaves no hole', () => {
    const paper = letterHtml(worded('letter.zh', { wording: { greeting: '', opening: '第一段\n\n欠 {{ total | bold }}', closing: '' } }), { reprint: false })
    expect(paper).toContain('<p class="indent">第一段</p><p class="indent">欠 <b>人民币 ¥36,691.34</b></p>')
    expect(paper).not.toMatch(/<p[^>]*><\/p>/)
  })

  it('is called by its own title: on the paper, on the slip, and as a document', () => {
    const paper = letterHtml(worded('letter.zh', { wording: { title: '律师函 & {{ total }}' } }), { reprint: false })
    expect([paper.match(/律师函 &amp; 人民币 ¥36,691\.34/g)?.length, paper.includes('催款函')]).toEqual([3, false])
  })

  it.each([['letter.zh', '逾期利息', '一年 360 天', '叁万陆仟贰佰肆拾肆元柒角玖分'], ['letter.en', 'Interest on late payment', '360 days a year', null]] as const)('shows interest and fee apart from the principal: %s', (name, title, year, capital) => {
    const text = textOf(letterHtml(worded(name, { fee: money(5000), interest: INTEREST, unallocated: money(62_000) }), { reprint: false }))
    for (const wanted of [title, year, '同期一年期 LPR 的 1.3 倍', '2026-05-02 2026-05-20 19 3.90% 40.00', '2026-05-21 2026-06-30 41 4.03% 83.45', '123.45', '50.00']) expect(text).toContain(wanted)
    // Principal less what was received, interest, fee, and all of it.
    expect(text).toMatch(name === 'letter.zh' ? /36,071\.34 .* 123\.45 .* 50\.00 .* 36,244\.79/ : /11,725\.67 .* 123\.45 .* 50\.00 .* 11,899\.12/)
    if (capital === null) expect(text).not.toMatch(/[壹贰叁]/)
    else expect(text).toContain(capital)
  })

  it('shows neither where there is none', () => {
    expect(letterHtml(worded('letter.zh'), { reprint: false })).not.toMatch(/class="claims"|催收费用|逾期利息计算/)
  })

  it('leaves out the slip when the look says so, and has department and footnote when it names them', () => {
    const paper = letterHtml(worded('letter.zh', { look: { withSlip: false, sender: '财务部 <b>', footnote: 'url(http://x.test)' } }), { reprint: false })
    expect([paper.includes('回　执'), paper.includes('<div>财务部 &lt;b&gt;</div>'), paper.includes('<p class="footnote">url(http://x.test)</p>')]).toEqual([false, true, true])
  })

  describe('with pictures', () => {
    const [logo, seal] = ['a'.repeat(64), 'b'.repeat(64)]
    const address = `data:image/png;base64,${Buffer.from(png()).toString('base64')}`
    const letter = worded('letter.zh', { look: { logo, sealPicture: seal } })

    it('carries each picture once, however many letters show it', () => {
      const paper = lettersHtml([{ content: letter, reprint: false }, { content: letter, reprint: true }], new Map([[logo, address], [seal, address]]))
      expect([paper.split(address).length - 1, paper.match(/class="stamp picture-b{16}"/g)?.length, paper.match(/class="logo picture-a{16}"/g)?.length, paper.includes('class="seal"')]).toEqual([2, 2, 2, false])
    })

    it.each([
      ['is not there', new Map<string, string>()],
      ['is an address outside', new Map([[logo, 'http://x.test/a.png'], [seal, '//x.test/b.png']])],
      ['is no picture', new Map([[logo, 'data:image/svg+xml;base64,PHN2Zz4='], [seal, 'data:text/html;base64,PHN2Zz4=']])],
      ['would leave its rule', new Map([[logo, 'data:image/png;base64,AA"); } body { background: url(http://x.test) } x { y: ("'], [seal, 'data:image/png;base64,</style><script>']])],
    ])('prints without one that %s', (_, pictures) => {
      const paper = letterHtml(letter, { reprint: false }, pictures)
      expect([/picture-[ab]|x\.test|<script|svg/.test(paper), paper.includes('class="seal"')]).toEqual([false, true])
    })
  })

  it('makes no HTML of what anybody typed', () => {
    const nasty = '<script>alert(1)</script><img src=x onerror=alert(1)></style>{{ total }}{% include "/etc/passwd" %}'
    const over = { remark: nasty, sender: nasty, customer: { id: 1, code: nasty, name: nasty, address: nasty, contact: nasty }, look: { sender: nasty, footnote: nasty } }
    const wording = { title: '<h1>{{ customer.code }}', greeting: '<img src=x>{{ sender | bold }}', opening: '{{ customer.name | bold }}', closing: '</section>' }
    const paper = letterHtml(worded('letter.zh', { ...over, wording }), { reprint: false })
    expect(paper).not.toMatch(/<script|<img|<\/style>(?!<\/head>)|onerror=alert\(1\)>/)
    expect(paper.match(/\{\{ total \}\}/g)?.length).toBeGreaterThan(5)
    expect(paper.match(/<section/g)?.length).toBe(paper.match(/<\/section>/g)?.length)
  })
})

describe('the foot of a printed page', () => {
  it('counts the pages of one paper, and names each of several', () => {
    expect(withPageFoot('<style>x</style>', ['CK-1'])).toBe('<style>x@page { @bottom-center { font-size: 8px; color: #555; content: "CK-1" " " counter(page) " / " counter(pages); } }\n</style>')
    expect(withPageFoot('<style></style>', ['CK-1', 'CK-2'])).toContain('.sheet:nth-of-type(2) { page: paper-1; } @page paper-1 { @bottom-center { font-size: 8px; color: #555; content: "CK-2"; } }')
  })
  it('cannot be left by a number', () => {
    expect(withPageFoot('<style></style>', ['"; } </style><script>'])).not.toMatch(/<script|<\/style>.*<\/style>/)
  })
})
