import { describe, expect, it } from 'vitest'
import { agingHtml, bucketTitle } from '../../shared/aging/agingHtml.ts'
import { bucketHeads } from '../../shared/aging/rules.ts'
import type { AgingReport, AgingRow } from '../../shared/aging/schemas.ts'
import { day } from '../../shared/day.ts'
import { money } from '../../shared/money.ts'

const row = (code: string, name: string, figures: readonly number[]): AgingRow => {
  const [notDue = 0, first = 0, second = 0, unallocated = 0] = figures
  return {
    id: 1, code, name, notDue: money(notDue), buckets: [money(first), money(second)], unallocated: money(unallocated), total: money(notDue + first + second + unallocated),
    overdue: money(first + second), items: 3, acceptances: money(0),
    debts: money(notDue + first + second), overdueDebts: money(first + second),
  }
}
const report = (more: Partial<AgingReport> = {}): AgingReport => ({
  asOf: day('2026-06-30'), basis: 'due', groupBy: 'customer', currency: 'CNY', currencies: ['CNY'], buckets: bucketHeads([30]),
  rows: [row('C00001', '上海 <b>机械</b> & 设备', [100_000, 20_050, 0, -5000])], totals: row('', '', [100_000, 20_050, 0, -5000]), ...more,
})

describe('the printed aging', () => {
  it('says whose, as of when, by what, and each figure', () => {
    const paper = agingHtml(report(), { name: '苏州恒锐' }, 'zh-CN')
    for (const text of ['应收账款账龄表', '编制单位：苏州恒锐', '截止日：2026-06-30', '按到期日', '未到期', '1–30 天', '30 天以上', '1,000.00', '200.50', '-50.00', '1,150.50', '预收（未核销）', '合计']) expect(paper).toContain(text)
  })
  it('notes the bills that are not money yet below, where there are any', () => {
    const totals = { ...row('', '', [100_000]), acceptances: money(500_000) }
    expect(agingHtml(report({ totals }), { name: '' }, 'zh-CN')).toContain('尚未变现）：5,000.00')
    expect(agingHtml(report(), { name: '' }, 'zh-CN')).not.toContain('尚未变现')
  })
  it('says the overdue ratio with its formula, none where nothing is owed, and none by document day', () => {
    expect(agingHtml(report(), { name: '' }, 'zh-CN')).toContain('逾期率 = 逾期欠款 200.50 ÷ 全部欠款 1,200.50 = 16.7%（红字、预收不计入）')
    expect(agingHtml(report({ totals: row('', '', [0, 0, 0, -5000]) }), { name: '' }, 'zh-CN')).not.toContain('逾期率')
    expect(agingHtml(report({ basis: 'document' }), { name: '' }, 'zh-CN')).not.toContain('逾期率')
  })
  it('prints what people typed as text and holds no script', () => {
    const paper = agingHtml(report(), { name: '<script>alert(1)</script>' }, 'zh-CN')
    expect(paper).toContain('上海 &lt;b&gt;机械&lt;/b&gt; &amp; 设备')
    expect(paper).not.toContain('<script')
    expect(paper).not.toContain('style="')
  })
  it('names the column of the day itself by the basis, and groups without a name', () => {
    const paper = agingHtml(report({ basis: 'document', groupBy: 'salesperson', rows: [row('', '', [1, 0, 0, 0])] }), { name: '' }, 'zh-CN')
    for (const text of ['当日', '业务员', '（未指定）']) expect(paper).toContain(text)
    expect(paper).not.toContain('编码')
  })
  it('is English for an office that reads English', () => {
    const paper = agingHtml(report(), { name: 'Hengrui' }, 'en')
    for (const text of ['Aging of receivables', 'As of: 2026-06-30', '1–30 days', 'Over 30 days', 'Balance', 'overdue debts 200.50 ÷ all debts 1,200.50 = 16.7%']) expect(paper).toContain(text)
    expect(bucketTitle({ index: 1, from: 31, to: 60 }, 'en')).toBe('31–60 days')
  })
})
