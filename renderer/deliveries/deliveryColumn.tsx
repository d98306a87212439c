/** The column 送达状态 of a list of papers: asked for beside the rows, because it belongs to another part of the ledger. */
import { Tag } from 'antd'
import type { TFunction } from 'i18next'
import type { DeliveredPaper, DeliveryState } from '../../shared/deliveries/schemas.ts'
import { api } from '../api.ts'
import type { GridColumn } from '../ui/grid/columns.ts'
import { STATE_COLORS } from './deliveryWords.ts'

export interface WithDelivery {
  /** Empty for a paper that was never sent. */
  delivery: DeliveryState | ''
}

/** The rows of a page, each with how its delivery stands. */
export async function withDeliveries<Row extends { id: number }, Page extends { rows: Row[] }>(paper: DeliveredPaper, page: Page, signal: AbortSignal): Promise<Omit<Page, 'rows'> & { rows: (Row & WithDelivery)[] }> {
  const states = page.rows.length === 0 ? [] : await api.deliveries.states({ paper, ids: page.rows.map(({ id }) => id) }, { signal })
  const known = new Map(states.map(({ documentId, state }) => [documentId, state]))
  return { ...page, rows: page.rows.map((row) => ({ ...row, delivery: known.get(row.id) ?? '' })) }
}

/** The backend sorts and filters papers by what they hold themselves; deliveries have a list of their own for that. */
export const deliveryColumn = <Row extends WithDelivery>(t: TFunction<'deliveries'>): GridColumn<Row> => ({
  field: 'delivery', title: t('field.state'), width: 96, sortable: false, filter: false,
  render: ({ delivery }) => (delivery === '' ? null : <Tag color={STATE_COLORS[delivery]}>{t(`state.${delivery}`)}</Tag>),
  text: ({ delivery }) => (delivery === '' ? '' : t(`state.${delivery}`)),
})
