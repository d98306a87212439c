/** The columns of bank lines: those that wait with what is proposed for them, and all others with what became of them. */
import { Tag, Tooltip } from 'antd'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Proposal, StatementLine } from '../../shared/bank/schemas.ts'
import type { GridPage } from '../../shared/grid.ts'
import type { Money } from '../../shared/money.ts'
import type { GridColumn } from '../ui/dataGrid.tsx'
import { SURENESS_COLORS, useClassOptions, useProposalWords, useStatusOptions } from './bankWords.ts'

/** Lines of every list; those that wait carry their proposal. */
export interface BoardLine extends StatementLine {
  proposal?: Proposal
  /** The amount in the column of its direction, as statements have it. */
  received: Money | null
  paid: Money | null
}

type Page<Line> = Omit<GridPage<Line>, 'rows'> & { rows: Line[] }
export const withColumns = <Line extends StatementLine>(page: Page<Line>): Page<Line & Pick<BoardLine, 'received' | 'paid'>> => ({
  ...page, rows: page.rows.map((line) => ({ ...line, received: line.direction === 'in' ? line.amount : null, paid: line.direction === 'out' ? line.amount : null })),
})
export interface ProposedBoardLine extends BoardLine {
  proposal: Proposal
  /** Columns of the proposal, which have no plain field. */
  customer?: never
  settles?: never
  basis?: never
  sureness?: never
}

const STATUS_COLORS = { open: 'gold', done: 'green', noted: 'default', perhaps: 'orange', same: 'default' } as const

export function SurenessTag({ proposal: { sureness } }: { proposal: Proposal }) {
  const { t } = useTranslation('bank')
  return <Tooltip title={t(`surenessHelp.${sureness}`)}><Tag color={SURENESS_COLORS[sureness]}>{t(`sureness.${sureness}`)}</Tag></Tooltip>
}

export function useOpenColumns(): GridColumn<ProposedBoardLine>[] {
  const { t } = useTranslation('bank')
  const words = useProposalWords()
  return useMemo((): GridColumn<ProposedBoardLine>[] => [
    { field: 'on', title: t('field.on'), kind: 'day', width: 94 },
    { field: 'counterparty', title: t('field.counterparty'), width: 150, flex: true },
    { field: 'received', title: t('field.amount'), kind: 'money', width: 108, sortable: false, filter: false },
    { field: 'amount', title: t('field.amount'), kind: 'money', hidden: true },
    { field: 'memo', title: t('field.memo'), width: 130, flex: true, filter: false },
    { field: 'customer', title: t('field.proposal'), width: 140, flex: true, sortable: false, filter: false, text: ({ proposal }) => proposal.customerName },
    { field: 'settles', title: t('field.settles'), width: 150, sortable: false, filter: false, text: ({ proposal }) => words.settles(proposal) },
    { field: 'basis', title: t('field.basis'), width: 170, sortable: false, filter: false, text: ({ proposal }) => words.basis(proposal) },
    { field: 'sureness', title: t('field.sureness'), width: 76, sortable: false, filter: false, text: ({ proposal }) => t(`sureness.${proposal.sureness}`), render: ({ proposal }) => <SurenessTag proposal={proposal} /> },
    { field: 'bankAccount', title: t('field.bankAccount'), width: 120, hidden: true, filter: false },
    { field: 'counterpartyAccount', title: t('field.counterpartyAccount'), width: 170, hidden: true, filter: false },
    { field: 'currency', title: t('field.currency'), width: 70, hidden: true, filter: false },
  ], [t, words])
}

export function useLineColumns(): GridColumn<BoardLine>[] {
  const { t } = useTranslation('bank')
  const classes = useClassOptions()
  const statuses = useStatusOptions()
  return useMemo((): GridColumn<BoardLine>[] => [
    { field: 'on', title: t('field.on'), kind: 'day', width: 94 },
    { field: 'direction', title: t('field.direction'), width: 62, hidden: true, options: (['in', 'out'] as const).map((value) => ({ value, label: t(`direction.${value}`) })) },
    { field: 'counterparty', title: t('field.counterparty'), width: 150, flex: true },
    { field: 'received', title: t('direction.in'), kind: 'money', width: 104, sortable: false, filter: false },
    { field: 'paid', title: t('direction.out'), kind: 'money', width: 104, sortable: false, filter: false },
    { field: 'amount', title: t('field.amount'), kind: 'money', width: 112, hidden: true },
    { field: 'memo', title: t('field.memo'), width: 110, flex: true },
    { field: 'class', title: t('field.class'), width: 78, options: classes },
    { field: 'status', title: t('field.status'), width: 124, options: statuses, render: (line) => <Tag color={STATUS_COLORS[line.status]}>{t(`status.${line.status}`)}</Tag> },
    { field: 'documentNumber', title: t('field.documentNumber'), width: 120, sortable: false, filter: false },
    { field: 'customerName', title: t('field.customer'), width: 130, sortable: false, filter: false },
    { field: 'bankAccount', title: t('field.bankAccount'), width: 100, filter: false },
    { field: 'balance', title: t('field.balance'), kind: 'money', width: 120, hidden: true, filter: false, sortable: false },
    { field: 'counterpartyAccount', title: t('field.counterpartyAccount'), width: 170, hidden: true, filter: false, sortable: false },
    { field: 'serial', title: t('field.serial'), width: 150, hidden: true, filter: false, sortable: false },
  ], [t, classes, statuses])
}
