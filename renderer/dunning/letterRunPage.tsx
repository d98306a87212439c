/**
 * 催款: pick customers at the left, see the letter at the right as it will print, issue them all in one step.
 * Keys: ↑ ↓ show another letter, Space ticks, Alt+A ticks everybody who may get one, Ctrl+Enter issues.
 */
import { CheckSquareOutlined, MailOutlined, SendOutlined, TeamOutlined } from '@ant-design/icons'
import { Checkbox, InputNumber, Select } from 'antd'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Day } from '../../shared/day.ts'
import { dunnedOf } from '../../shared/dunning/rules.ts'
import type { CandidateRow } from '../../shared/dunning/schemas.ts'
import { formatMoney, sumOf } from '../../shared/money.ts'
import { api, invalidate } from '../api.ts'
import { useLanguage } from '../locales/index.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import type { GridHandle } from '../ui/dataGrid.tsx'
import { DayInput } from '../ui/day.tsx'
import { useDialogs } from '../ui/dialogs.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { today } from '../ui/today.ts'
import { useQuery } from '../ui/useQuery.ts'
import { CandidateGrid } from './candidateGrid.tsx'
import { IssuedLetters, type Issued } from './issuedLetters.tsx'
import { LetterPreview } from './letterPreview.tsx'
import { LetterTerms, type Terms } from './letterTerms.tsx'
import './dunning.css'

/** Also what falls due within a week: the reminders. */
const DUE_SOON = -7

export default function LetterRunPage() {
  const { t } = useTranslation('dunning')
  const language = useLanguage()
  const { params } = usePage('letterRun')
  const { confirm } = useDialogs()
  const { can } = useSession()
  const [asOf, setAsOf] = useState<Day>()
  const [overDays, setOverDays] = useState(0)
  const [withDueSoon, setWithDueSoon] = useState(false)
  const [currency, setCurrency] = useState<string>()
  const [terms, setTerms] = useState<Terms>({ level: undefined, language, payBy: undefined, remark: '' })
  const [ticked, setTicked] = useState<readonly CandidateRow[]>([])
  const [current, setCurrent] = useState<CandidateRow>()
  const [issued, setIssued] = useState<Issued>()
  const grid = useRef<GridHandle<CandidateRow>>(null)
  const over = withDueSoon ? DUE_SOON : overDays
  const query = useQuery((signal) => api.dunning.candidates({ asOf, overDays: over, currency }, { signal }), [asOf, over, currency], ['invoices', 'receipts', 'customers', 'settings', 'dunning', 'collection'])
  const currencies = useQuery(async (signal) => (await api.overview.get({ asOf }, { signal })).currencies, [asOf], ['invoices'])

  const wanted = params.customerIds
  const rows = wanted ? query.data?.filter((row) => wanted.includes(row.customerId)) : query.data
  const ids = new Set(rows?.map((row) => row.customerId))
  const chosen = ticked.filter((row) => row.leftOut === '' && ids.has(row.customerId))
  const shown = rows?.find((row) => row.customerId === current?.customerId) ?? rows?.find((row) => row.leftOut === '') ?? rows?.[0]

  async function issue(): Promise<void> {
    if (!(await confirm({ title: t('issue.title', { count: chosen.length }), content: t('issue.text'), yes: t('issue.button') }))) return
    const result = await api.dunning.issue({
      customerIds: chosen.map((row) => row.customerId), currency: chosen[0]?.currency, asOf, ...terms, skipLeftOut: true, requestId: crypto.randomUUID(),
    })
    grid.current?.clearSelection()
    invalidate('dunning', 'overview')
    setIssued({
      letters: result.letters,
      leftOut: result.leftOut.map((each) => {
        const row = rows?.find(({ customerId }) => customerId === each.customerId)
        return { name: row?.name ?? String(each.customerId), reason: each.reason, amount: row ? dunnedOf(row) : null }
      }),
    })
  }

  return (
    <PageFrame
      title={t('dun')}
      query={query}
      actions={[
        { key: 'issue', label: t('issue.button'), shortcut: KEYS.post, icon: <SendOutlined />, kind: 'primary', onRun: issue, hidden: !can('letters.write'), disabled: chosen.length === 0 },
        { key: 'all', label: t('pick.all'), shortcut: 'Alt+A', icon: <CheckSquareOutlined />, onRun: () => grid.current?.selectWhere((row) => row.leftOut === '') },
        { key: 'sent', label: t('tabs.sent'), shortcut: 'Alt+S', icon: <MailOutlined />, onRun: () => openPage('letters') },
        { key: 'runs', label: t('run.batch'), shortcut: 'Alt+R', icon: <TeamOutlined />, onRun: () => openPage('dunningRuns') },
      ]}
      extra={<span className="letter-chosen" role="status">{t('pick.chosen', { count: chosen.length, amount: formatMoney(sumOf(chosen, dunnedOf)), net: formatMoney(sumOf(chosen, (row) => row.net)) })}</span>}
    >
      <div className="letter-run">
        <section className="letter-pick" aria-label={t('tabs.candidates')}>
          <div className="letter-conditions">
            <label><span>{t('pick.asOf')}</span><span className="letter-day"><DayInput label={t('pick.asOf')} value={asOf ?? today()} onChange={(value) => setAsOf(value ?? undefined)} /></span></label>
            <label><span>{t('pick.over')}</span><InputNumber className="letter-over" aria-label={t('pick.over')} min={0} max={36_500} precision={0} value={overDays} disabled={withDueSoon} onChange={(value) => setOverDays(value ?? 0)} /><span>{t('pick.overDays')}</span></label>
            <Checkbox checked={withDueSoon} onChange={(event) => setWithDueSoon(event.target.checked)}>{t('pick.withDueSoon')}</Checkbox>
            {(currencies.data?.length ?? 0) > 1 && (
              <Select aria-label={t('sent.currency')} value={currency ?? currencies.data?.[0]} options={currencies.data?.map((value) => ({ value, label: value })) ?? []} onChange={setCurrency} />
            )}
          </div>
          <CandidateGrid rows={rows} onSelect={setTicked} onCurrent={setCurrent} handle={grid} />
        </section>
        <section className="letter-preview" aria-label={t('preview.title')}>
          <LetterTerms terms={terms} onChange={setTerms} />
          <LetterPreview customer={shown} asOf={asOf} terms={terms} />
        </section>
      </div>
      <IssuedLetters issued={issued} onClose={() => setIssued(undefined)} />
    </PageFrame>
  )
}
