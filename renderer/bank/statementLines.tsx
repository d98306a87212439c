/**
 * 银行流水匹配: where a clerk works through the lines of the bank. The tabs are what became of the lines: those that wait,
 * those that are perhaps another one's payment, money of unknown payers, payments and the like, those that are booked, all of them.
 * Keys: F6 and Shift+F6 another tab; on a line see openBoard.tsx and lineBoard.tsx.
 */
import { Segmented, Select, Tag } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridFilter } from '../../shared/grid.ts'
import { api } from '../api.ts'
import { usePage } from '../ui/pageContext.ts'
import { useShortcuts } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { LineBoard } from './lineBoard.tsx'
import { OpenBoard } from './openBoard.tsx'
import { PerhapsBoard } from './perhapsBoard.tsx'
import './bank.css'

const TABS = ['open', 'perhaps', 'kept', 'others', 'done', 'all'] as const
export type LineTab = (typeof TABS)[number]

export default function StatementLines() {
  const { t } = useTranslation('bank')
  const page = usePage('statementLines')
  const { params } = page
  const accounts = useQuery((signal) => api.settings.bankAccounts(undefined, { signal }), [], ['settings'])
  const [tab, setTab] = useState<LineTab>(params.tab ?? (params.statement ? 'all' : 'open'))
  const [account, setAccount] = useState(params.bankAccountId)
  const [statement, setStatement] = useState(params.statement)
  const step = (by: 1 | -1): void => setTab((now) => TABS[(TABS.indexOf(now) + by + TABS.length) % TABS.length] ?? now)
  useShortcuts({ F6: () => step(1), 'Shift+F6': () => step(-1) }, page.active)

  const conditions: GridFilter[] = [
    ...(account === undefined ? [] : [{ field: 'bankAccountId', op: 'eq' as const, value: account }]),
    ...(statement === undefined ? [] : [{ field: 'statementId', op: 'eq' as const, value: statement.id }]),
  ]
  const tools = (
    <>
      <Segmented<LineTab> value={tab} onChange={setTab} options={TABS.map((value) => ({ value, label: t(`tabs.${value}`) }))} />
      <kbd>F6</kbd>
      <Select
        aria-label={t('lines.account')}
        className="matching-account"
        value={accounts.data ? (account ?? 0) : 0}
        options={[{ value: 0, label: t('lines.allAccounts') }, ...(accounts.data ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
        onChange={(id: number) => setAccount(id === 0 ? undefined : id)}
      />
      {statement && <Tag closable onClose={() => setStatement(undefined)}>{statement.name}</Tag>}
    </>
  )
  // Which lines are asked for is the tab's; every other condition that a page opened this one with goes on.
  const filters = params.filters?.filter(({ field }) => field !== 'status')
  const board = { conditions, tools, ...(filters ? { filters } : {}), ...(params.search ? { search: params.search } : {}) }
  const key = JSON.stringify([tab, conditions])
  if (tab === 'perhaps') return <PerhapsBoard key={key} {...board} />
  return tab === 'open' || tab === 'kept'
    ? <OpenBoard key={key} kept={tab === 'kept'} account={account} whole={statement === undefined} {...board} />
    : <LineBoard key={key} tab={tab} {...board} />
}
