import { describe, expect, it } from 'vitest'
import { builtInWording } from '../../shared/templates/builtIn.ts'
import { FACT_NAMES, wordingFacts, type LetterFacts } from '../../shared/templates/facts.ts'
import { checkWording, fillWording } from '../../shared/templates/fill.ts'
import { lineOf, paragraphsOf } from '../../shared/templates/filledText.ts'
import { LETTER_LANGUAGES, LETTER_LEVELS, type Wording } from '../../shared/templates/schemas.ts'

const letter = (over: Partial<LetterFacts> = {}): LetterFacts => ({
  language: 'zh-CN', currency: 'CNY', issuedOn: '2026-06-30', asOf: '2026-06-30', payBy: '2026-07-10', sender: '王会计', total: 140_950, overdue: 140_950, unallocated: 0, capital: '壹仟肆佰零玖元伍角整',
  company: { name: '恒远机械', contact: '王会计', phone: '0512', address: '苏州', bankName: '工行', bankAccount: '1102', taxNumber: '9132' },
  customer: { name: '上海机械', code: 'C1', contact: '', address: '' }, items: [{ number: 'YS-1', invoiceNumber: '04512378', contractNumber: 'HT-1', daysOverdue: 30 }], ...over,
})
const EARLIER = { number: 'CK-202605-0007', issuedOn: '2026-05-31', title: '催款函' }
const wordingWith = (over: Partial<Wording>): Wording => ({ title: '函', greeting: '', opening: '', asking: '', rights: '', closing: '', ...over })
const opening = (text: string, over: Partial<LetterFacts> = {}): string => fillWording(wordingWith({ opening: text }), wordingFacts(letter(over), EARLIER)).opening
const problem = (text: string) => {
  const found = checkWording(wordingWith({ asking: text }))
  return found === null ? null : [found.reason, found.part, found.line, found.column, found.name]
}

describe('a wording', () => {
  it.each([
    ['an amount and a day as a letter writes them', '{{ total }} {{ payBy }}', {}, '人民币 ¥1,409.50 2026年7月10日'],
    ['the same in English', '{{ total }} {{ payBy }}', { language: 'en' }, 'CNY 1,409.50 2026-07-10'],
    ['a foreign currency without capitals', '{{ total }}{% if totalInWords %}（{{ totalInWords }}）{% endif %}', { currency: 'USD', capital: '' }, 'USD 1,409.50'],
    ['what a letter has not got counts as no', '{% if fee %}{{ fee }}{% else %}无{% endif %}{% unless interest %}息{% endunless %}', {}, '无息'],
    ['principal, interest and fee in all', '{{ interest }} + {{ fee }} = {{ grandTotal }}', { fee: 5000, interest: { total: 1050 } }, '人民币 ¥10.50 + 人民币 ¥50.00 = 人民币 ¥1,470.00'],
    ['what red invoices and receipts take off, and what is left', '{{ credits }} {{ net }} {{ grandTotal }}', { unallocated: 950, credits: [{ open: 30_000 }, { open: 10_000 }], fee: 5000 }, '人民币 ¥400.00 人民币 ¥1,000.00 人民币 ¥1,050.00'],
    ['nothing left over where nothing is taken off', '{% if net %}{{ net }}{% else %}全额{% endif %}', {}, '全额'],
    ['a choice by days', '{% if days > 20 %}久{% endif %}{% case currency %}{% when "人民币" %}本币{% endcase %}', {}, '久本币'],
    ['many documents are named up to twenty', '{{ invoices }}', { items: Array.from({ length: 25 }, (_, index) => ({ number: `${index}`, invoiceNumber: '', contractNumber: '', daysOverdue: 1 })) }, `${Array.from({ length: 20 }, (_, index) => index).join('、')} 等 25 份`],
    ['an empty fact by its default', '{{ customer.contact | default: "财务部" }}', {}, '财务部'],
  ] as const)('fills in %s', (_, text, over, filled) => {
    expect(opening(text, over as Partial<LetterFacts>)).toBe(filled)
  })

  it('knows bold pieces and paragraphs, and nothing that looks like them in a fact', () => {
    const filled = opening('甲 {{ customer.name | bold }}\n\n乙', { customer: { name: 'A\u{FDD1}B\u{FDD0}C', code: '', contact: '', address: '' } })
    expect(paragraphsOf(filled)).toEqual([[{ text: '甲 ', bold: false }, { text: 'ABC', bold: true }], [{ text: '乙', bold: false }]])
    expect(lineOf(filled)).toBe('甲 ABC 乙')
  })

  it.each(LETTER_LEVELS.flatMap((level) => LETTER_LANGUAGES.map((language) => ({ level, language }))))('is built in for $level in $language, right and filled by every letter', ({ level, language }) => {
    const builtIn = builtInWording(level, language)
    expect(checkWording(builtIn)).toBeNull()
    for (const over of [{}, { fee: 100, interest: { total: 7 } }, { currency: 'USD', capital: '' }]) {
      const filled = fillWording(builtIn, wordingFacts(letter({ language, ...over }), null))
      expect(Object.values(filled).join('')).not.toMatch(/[{}]|undefined|NaN|（）/)
      expect(lineOf(filled.opening)).toContain('1,409.50')
    }
  })

  it.each([['secondDemand'], ['finalNotice']] as const)('names the letter before in a %s', (level) => {
    for (const language of LETTER_LANGUAGES) expect(lineOf(fillWording(builtInWording(level, language), wordingFacts(letter({ language }), EARLIER)).opening)).toContain(EARLIER.number)
  })
})

describe('a wording that is wrong', () => {
  it.each([
    ['a name that is not known', 'a\nb {{ customer.nmae }}', ['unknownName', 'asking', 2, 6, 'customer.nmae']],
    ['the same in a branch that no letter takes', '{% if fee %}{{ nope }}{% endif %}', ['unknownName', 'asking', 1, 16, 'nope']],
    ['a name of a branch', '{% if days > limit %}{% endif %}', ['unknownName', 'asking', 1, 14, 'limit']],
    ['a group instead of a fact', '{{ customer }}', ['unknownName', 'asking', 1, 4, 'customer']],
    ['a filter that is not known', '{{ total | upper }}', ['unknownFilter', 'asking', 1, 1, 'upper']],
    ['a condition that does not end', '{% if fee %}', ['wrongTemplate', 'asking', 1, 1, 'tag {% if fee %} not closed']],
    ['braces that do not close', '{{ total ', ['wrongTemplate', 'asking', 1, 1, 'output "{{ total " not closed']],
    ['nothing between braces', 'x\n{{}}', ['wrongTemplate', 'asking', 2, 3, 'invalid value expression: ""']],
  ])('is told with part, line and column: %s', (_, text, told) => {
    expect(problem(text)).toEqual(told)
  })

  it.each([
    ['reads no file', "{% include '/etc/passwd' %}", 'unknownTag'], ['renders no file', "{% render '/etc/passwd' %}", 'unknownTag'], ['takes no layout', "{% layout '/etc/passwd' %}", 'unknownTag'],
    ['loops not at all', '{% for i in (1..1000000000) %}x{% endfor %}', 'unknownTag'], ['draws no table rows', '{% tablerow i in (1..9) %}{% endtablerow %}', 'unknownTag'],
    ['doubles no text', "{% assign a = 'x' | append: 'x' %}", 'unknownTag'], ['captures none', '{% capture a %}{% endcapture %}', 'unknownTag'], ['hides none', '{% liquid assign a = 1 %}', 'unknownTag'],
    ['counts no further than a little', '{{ (1..1000000000) }}', 'templateTooLarge'], ['calls nothing', "{{ constructor.constructor('return process')() }}", 'wrongTemplate'],
    ['knows no constructor', '{{ customer.constructor }}', 'unknownName'], ['knows no prototype', '{{ __proto__ }}', 'unknownName'], ['knows no prototype of a group', "{{ customer['__proto__'] }}", 'unknownName'],
    ['reaches nothing by a computed name', '{{ customer[total] }}', 'unknownName'], ['knows no length', '{{ customer.name.size }}', 'unknownName'], ['makes no addresses', '{{ total | url_encode }}', 'unknownFilter'],
    ['parses no endless text', 'x'.repeat(4001), 'templateTooLarge'], ['parses no endless depth', `{% if ${'(1..'.repeat(900)}`, 'wrongTemplate'],
    ['nests no endless names', `{{ ${'a['.repeat(900)}a${']'.repeat(900)} }}`, 'unknownName'],
  ])('%s', (_, text, reason) => {
    const started = performance.now()
    expect(checkWording(wordingWith({ asking: text }))?.reason).toBe(reason)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('is refused when a letter should be filled from it', () => {
    expect(() => fillWording(wordingWith({ rights: '{{ nope }}' }), wordingFacts(letter(), null))).toThrow('unknownName (wording.rights)')
  })
})

describe('a fact', () => {
  const NASTY = ['{{ total }}', '{% include "/etc/passwd" %}', '<script>alert(1)</script>', '<img src=x onerror=alert(1)>', 'javascript:alert(1)', 'url(http://x.test)', '=cmd|\' /C calc\'!A0', '&lt;b&gt;', '__proto__', '{% raw %}']
  it.each(NASTY)('stays the text that it is: %s', (text) => {
    const over = { customer: { name: text, code: text, contact: text, address: text }, sender: text }
    expect(opening('{{ customer.name }}|{{ sender }}', over)).toBe(`${text}|${text}`)
  })

  it('loses what turns writing around, control characters and line breaks', () => {
    expect(opening('{{ customer.name }}欠 {{ total }}', { customer: { name: 'A\u202E甲\u0000\u2066\n乙\u200F', code: '', contact: '', address: '' } })).toBe('A甲 乙欠 人民币 ¥1,409.50')
  })

  it('has a value for every name in every letter', () => {
    for (const last of [EARLIER, null]) expect(Object.keys(wordingFacts(letter(), last)).toSorted()).toEqual([...FACT_NAMES].toSorted())
  })
})
