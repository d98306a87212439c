/**
 * Month end 月末结账: the months at the left, what is left to do before the chosen one closes at the right.
 * Keys: ↑ ↓ choose a month, Enter opens its control totals, Ctrl+Enter closes it, Alt+R opens it again, F5 asks again.
 */
import { FundOutlined, LockOutlined, ReloadOutlined, UnlockOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Month } from '../../shared/day.ts'
import { formatMoney, ZERO, type Money } from '../../shared/money.ts'
import type { MonthCheck, Period } from '../../shared/periods/schemas.ts'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { PageFrame } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { EmptyState } from '../ui/states.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { CheckPanel } from './checkPanel.tsx'
import { CloseDialog } from './closeDialog.tsx'
import { ReopenDialog } from './reopenDialog.tsx'
import { MONTH_END_SLICES } from './slices.ts'
import './periods.css'

interface MonthRow extends Period {
  balance: Money
  /** Balances in other currencies, as text. */
  foreign: string
}

/** The month that waits to be closed next, else the newest. */
function firstChoice(months: readonly Period[]): Month | undefined {
  const waiting = months.filter((row) => row.status === 'open' && row.over)
  return (waiting.at(-1) ?? months[0])?.month
}

export default function PeriodsPage() {
  const { t } = useTranslation('periods')
  const { can, status } = useSession()
  const own = status.ledger?.currency
  const list = useQuery((signal) => api.periods.list(undefined, { signal }), [], MONTH_END_SLICES)
  const [picked, setPicked] = useState<Month>()
  const month = picked ?? (list.data ? firstChoice(list.data) : undefined)
  const check = useQuery(async (signal) => (month === undefined ? null : api.periods.check({ month }, { signal })), [month], MONTH_END_SLICES)
  const [dialog, setDialog] = useState<'close' | 'reopen' | null>(null)
  const whyNot = useWhyNot(check.data)
  const period = list.data?.find((row) => row.month === month)
  const shown = check.data && check.data.month === month ? check.data : null

  const columns = useMemo((): GridColumn<MonthRow>[] => [
    { field: 'month', title: t('months.month'), width: 84 },
    { field: 'status', title: t('months.status'), width: 84, options: [{ value: 'open', label: t('months.open') }, { value: 'closed', label: t('months.closed') }],
      text: (row) => statusText(row), render: (row) => <Tag color={row.status === 'closed' ? 'default' : row.over ? 'gold' : 'blue'}>{statusText(row)}</Tag> },
    { field: 'balance', title: t('months.balance'), kind: 'money', width: 130 },
    { field: 'foreign', title: t('months.foreign'), width: 110, flex: true },
    { field: 'closedBy', title: t('months.closedBy'), width: 90 },
  ], [t])
  const statusText = (row: Period): string => t(row.status === 'closed' ? 'months.closed' : row.over ? 'months.open' : 'months.running')
  const rows = useMemo(() => list.data?.map((row): MonthRow => ({
    ...row, balance: row.balances.find(({ currency }) => currency === own)?.amount ?? ZERO,
    foreign: row.balances.filter(({ currency }) => currency !== own).map(({ currency, amount }) => `${currency} ${formatMoney(amount)}`).join('　'),
  })), [list.data, own])

  return (
    <PageFrame
      title={t('title')}
      query={list}
      actions={[
        { key: 'close', label: month && period?.status === 'open' ? t('closeMonth', { month }) : t('close'), shortcut: KEYS.post, icon: <LockOutlined />, kind: 'primary', hidden: !can('periods.close'),
          disabled: shown === null || whyNot || shown.status === 'closed', onRun: () => setDialog('close') },
        { key: 'reopen', label: t('reopen'), shortcut: 'Alt+R', icon: <UnlockOutlined />, hidden: !can('periods.reopen'), disabled: !shown?.reopens, onRun: () => setDialog('reopen') },
        { key: 'totals', label: t('totals'), shortcut: 'Alt+T', icon: <FundOutlined />, disabled: month === undefined, onRun: () => month && openPage('controlTotals', { month }) },
        { key: 'refresh', label: t('refresh'), shortcut: KEYS.refresh, icon: <ReloadOutlined />, onRun: () => { list.refresh(); check.refresh() } },
      ]}
      extra={<span className="quiet">{t('hint')}</span>}
    >
      <div className="month-end">
        <DataGrid<MonthRow>
          layoutKey="periods"
          columns={columns}
          rows={rows}
          rowId={(row) => row.month}
          startAt={(row) => row.month === month}
          onCurrent={(row) => row && setPicked(row.month)}
          onOpen={(row) => openPage('controlTotals', { month: row.month })}
          rowClass={(row) => (row.month === month ? 'month-chosen' : row.status === 'closed' ? 'row-quiet' : '')}
          empty={<EmptyState title={t('months.empty')} hint={t('months.emptyText')} />}
        />
        {period && <CheckPanel period={period} query={check} check={shown} />}
      </div>
      {dialog === 'close' && shown && <CloseDialog check={shown} first={list.data?.every((row) => row.status === 'open') ?? false} onClose={() => setDialog(null)} />}
      {dialog === 'reopen' && month && <ReopenDialog month={month} onClose={() => setDialog(null)} />}
    </PageFrame>
  )
}

/** Why the month cannot be closed now, in words; false when it can. */
function useWhyNot(check: MonthCheck | null | undefined): string | false {
  const { i18n } = useTranslation('refusals')
  if (!check?.refusal) return false
  const count = check.lines.find((line) => line.level === 'blocks')?.count ?? 0
  // The reason is data of the contract; a test holds that each has its text.
  return i18n.t(`refusals:${check.refusal}`, { month: check.firstToClose ?? check.month, count, defaultValue: check.refusal })
}
