/** The picture itself. It scales as one, so that it fills a small and a large screen alike; every step is a button. */
import { AccountBookOutlined, AlertOutlined, AuditOutlined, BarChartOutlined, FileTextOutlined, FormOutlined, BankOutlined, HourglassOutlined, ImportOutlined, LockOutlined, MailOutlined, NotificationOutlined, ScheduleOutlined, SolutionOutlined, TeamOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { GridFilter } from '../../shared/grid.ts'
import type { Counts } from '../../shared/overview/schemas.ts'
import type { Permission } from '../../shared/procedure.ts'
import { openPage } from '../navigation.ts'
import { useSession } from '../shell/session.tsx'

type StepKey = 'customers' | 'import' | 'bankLines' | 'acceptances' | 'monthEnd' | 'invoices' | 'openItems' | 'receiptEntry' | 'receipts' | 'overview' | 'letterRun' | 'letters' | 'limitation' | 'aging'

interface Step {
  key: StepKey
  /** Column and row of the picture. */
  at: readonly [number, number]
  icon: ReactNode
  permission: Permission
  count: (counts: Counts) => number
  /** A number above zero that asks for something to be done is shown in the warning color. */
  urgent?: true
  open: () => void
}

/** Debts that are time-barred within half a year. */
const NEARLY_ENDED: GridFilter[] = [{ field: 'level', op: 'in', value: ['month1', 'month3', 'month6'] }]

const STEPS: readonly Step[] = [
  { key: 'customers', at: [0, 0], icon: <TeamOutlined />, permission: 'customers.read', count: (counts) => counts.customers, open: () => openPage('customers', {}) },
  { key: 'import', at: [1, 0], icon: <ImportOutlined />, permission: 'imports.write', count: (counts) => counts.imports, open: () => openPage('import', {}) },
  { key: 'invoices', at: [0, 1], icon: <FileTextOutlined />, permission: 'invoices.read', count: (counts) => counts.drafts, open: () => openPage('invoices', {}) },
  { key: 'openItems', at: [1, 1], icon: <ScheduleOutlined />, permission: 'invoices.read', count: (counts) => counts.openItems, open: () => openPage('openItems', {}) },
  { key: 'receiptEntry', at: [2, 1], icon: <FormOutlined />, permission: 'receipts.write', count: (counts) => counts.receiptsToday, open: () => openPage('receiptEntry', {}) },
  { key: 'receipts', at: [3, 1], icon: <AccountBookOutlined />, permission: 'receipts.read', count: (counts) => counts.unallocatedReceipts, urgent: true, open: () => openPage('receipts', {}) },
  { key: 'bankLines', at: [2, 0], icon: <BankOutlined />, permission: 'bank.read', count: (counts) => counts.bankLines, urgent: true, open: () => openPage('statementLines', {}) },
  { key: 'acceptances', at: [3, 0], icon: <SolutionOutlined />, permission: 'acceptances.read', count: (counts) => counts.acceptancesDue, open: () => openPage('acceptances', {}) },
  { key: 'monthEnd', at: [4, 1], icon: <LockOutlined />, permission: 'periods.read', count: (counts) => counts.monthsToClose, open: () => openPage('periods') },
  { key: 'overview', at: [1, 2], icon: <AlertOutlined />, permission: 'reports.read', count: (counts) => counts.overdueItems, urgent: true, open: () => openPage('overview') },
  { key: 'letterRun', at: [2, 2], icon: <NotificationOutlined />, permission: 'letters.write', count: (counts) => counts.customersToDun, urgent: true, open: () => openPage('letterRun', {}) },
  { key: 'letters', at: [3, 2], icon: <MailOutlined />, permission: 'letters.read', count: (counts) => counts.lettersThisMonth, open: () => openPage('letters', {}) },
  { key: 'limitation', at: [4, 2], icon: <HourglassOutlined />, permission: 'collection.read', count: (counts) => counts.limitation, urgent: true, open: () => openPage('limitation', { filters: NEARLY_ENDED }) },
  { key: 'aging', at: [0, 2], icon: <BarChartOutlined />, permission: 'reports.read', count: (counts) => counts.openItems, open: () => openPage('aging', {}) },
]

/** What a part of the picture is about, over its first step. */
const LANES = [{ lane: 'prepare', at: [0, 0] }, { lane: 'bank', at: [2, 0] }, { lane: 'money', at: [0, 1] }, { lane: 'monthEnd', at: [4, 1] }, { lane: 'collect', at: [0, 2] }] as const

const BOX = { width: 186, height: 92, stepX: 232, stepY: 148, left: 12, top: 44 }
const SIZE = { width: BOX.left * 2 + BOX.stepX * 4 + BOX.width, height: BOX.top + BOX.stepY * 2 + BOX.height + 20 }
const x = (column: number): number => BOX.left + column * BOX.stepX
const y = (row: number): number => BOX.top + row * BOX.stepY
const middle = (row: number): number => y(row) + BOX.height / 2
const center = (column: number): number => x(column) + BOX.width / 2

const across = (row: number, from: number): string => `M${x(from) + BOX.width} ${middle(row)} H${x(from + 1) - 2}`
const backwards = (row: number, from: number): string => `M${x(from)} ${middle(row)} H${x(from - 1) + BOX.width + 2}`
const down = (column: number, row: number): string => `M${center(column)} ${y(row) + BOX.height} V${y(row + 1) - 2}`
const up = (column: number, row: number): string => `M${center(column)} ${y(row)} V${y(row - 1) + BOX.height + 2}`

const ARROWS = [
  down(0, 0), down(1, 0), across(1, 0), across(1, 1), across(1, 2),
  down(1, 1), backwards(2, 1), across(2, 1), across(2, 2), across(2, 3),
  // The bank's lines become receipts, a receipt by bill goes into the drawer, and a finished month is closed.
  down(2, 0), up(3, 1), across(1, 3),
  // A letter that works brings the money in.
  up(2, 2),
]

export function FlowChart({ counts }: { counts: Counts | undefined }) {
  const { t } = useTranslation('shell')
  const { can } = useSession()
  return (
    <svg className="flow" viewBox={`0 0 ${SIZE.width} ${SIZE.height}`} role="group" aria-label={t('home.title')}>
      <defs>
        <marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0 L10 5 L0 10 z" fill="#8ba3bd" />
        </marker>
      </defs>
      {LANES.map(({ lane, at }) => <text key={lane} x={x(at[0])} y={y(at[1]) - 12} className="flow-lane">{t(`home.lanes.${lane}`)}</text>)}
      {ARROWS.map((path) => <path key={path} d={path} className="flow-arrow" markerEnd="url(#arrow)" />)}
      {STEPS.map((step) => {
        const count = counts ? step.count(counts) : undefined
        const allowed = can(step.permission)
        return (
          <foreignObject key={step.key} x={x(step.at[0])} y={y(step.at[1])} width={BOX.width} height={BOX.height}>
            <button type="button" className="flow-step" disabled={!allowed} onClick={step.open}>
              <span className="flow-icon">{step.icon}</span>
              <span className="flow-title">{t(`home.steps.${step.key}.title`)}</span>
              <span className={step.urgent && (count ?? 0) > 0 ? 'flow-count urgent' : 'flow-count'}>
                {t(`home.steps.${step.key}.count`)} <b>{count === undefined ? '…' : count.toLocaleString('en-US')}</b>
              </span>
            </button>
          </foreignObject>
        )
      })}
      <foreignObject x={x(4)} y={y(0)} width={BOX.width} height={BOX.height}>
        <div className="flow-note"><AuditOutlined /> {t('home.note')}</div>
      </foreignObject>
    </svg>
  )
}
