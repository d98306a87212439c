/** The calculation of one customer: each debt with its interest, and the stretches of days of the one at the cursor. */
import { Alert, Button, Tag } from 'antd'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { InterestContent, InterestItem } from '../../shared/interest/schemas.ts'
import { dailyText, percentText, termsText } from '../../shared/interest/texts.ts'
import { useLanguage } from '../locales/index.ts'
import { openItemDocument } from '../navigation.ts'
import { DataGrid, type GridColumn } from '../ui/dataGrid.tsx'
import { MoneyText } from '../ui/money.tsx'
import { refusalOf, useErrorWords } from '../ui/refusal.ts'
import { EmptyState, ErrorState, LoadingState } from '../ui/states.tsx'
import type { Query } from '../ui/useQuery.ts'

interface SheetViewProps {
  query: Query<unknown>
  sheet: InterestContent | undefined
  /** Those of the sheet that are shown. */
  items: readonly InterestItem[]
  onSelect: (items: InterestItem[]) => void
  onLpr: () => void
  onTerms: () => void
}

export function SheetView({ query, sheet, items, onSelect, onLpr, onTerms }: SheetViewProps) {
  const { t } = useTranslation('interest')
  const language = useLanguage()
  const words = useErrorWords()
  const [current, setCurrent] = useState<InterestItem>()
  const columns = useItemColumns()
  const reason = refusalOf(query.error)?.reason
  if (reason === 'noRate' || reason === 'lprOfForeign') {
    return <Alert type="warning" showIcon title={words(query.error)} action={<Button onClick={reason === 'noRate' ? onLpr : onTerms}>{t(reason === 'noRate' ? 'lpr.title' : 'terms.title')}</Button>} />
  }
  if (query.error !== undefined) return <ErrorState error={query.error} onRetry={query.refresh} />
  if (!sheet) return query.loading ? <LoadingState /> : <EmptyState title={t('sheet.noneTitle')} hint={t('sheet.noneText')} />
  const shown = items.find((item) => item.itemId === current?.itemId) ?? items[0]
  return (
    <>
      {sheet.items.length > 0 && <p className="interest-terms">{t('sheet.terms', { terms: termsText(sheet.steps, language), days: sheet.daysInYear })}</p>}
      <div className="interest-items">
        <DataGrid<InterestItem>
          plain
          layoutKey="interestItems"
          columns={columns}
          rows={items}
          rowId={(row) => String(row.itemId)}
          onSelect={onSelect}
          onCurrent={setCurrent}
          onOpen={(row) => openItemDocument(row.kind, row.documentId)}
          empty={<EmptyState title={t('sheet.emptyTitle')} hint={t('sheet.emptyText')} />}
        />
      </div>
      {shown && <Stretches item={shown} daysInYear={sheet.daysInYear} />}
    </>
  )
}

/** The days of one debt, so that each figure can be worked out again by hand. */
export function Stretches({ item, daysInYear }: { item: InterestItem; daysInYear: number }) {
  const { t } = useTranslation('interest')
  return (
    <section className="card interest-stretches" aria-label={t('stretch.title')} data-testid="interest-stretches">
      <h3>{item.number} <span className="quiet">{t('stretch.due', { day: item.dueOn })}</span>{item.disputed && <Tag color="orange">{t('col.disputed')}</Tag>}</h3>
      <table>
        <thead>
          <tr>
            <th>{t('stretch.from')}</th><th>{t('stretch.to')}</th><th className="right">{t('stretch.days')}</th><th className="right">{t('stretch.open')}</th>
            <th className="right">{t('stretch.rate')}</th><th className="right">{t('stretch.daily')}</th><th className="right">{t('col.interest')}</th>
          </tr>
        </thead>
        <tbody>
          {item.stretches.map((stretch) => (
            <tr key={stretch.from}>
              <td>{stretch.from}</td><td>{stretch.to}</td><td className="right">{stretch.days}</td><td className="right"><MoneyText value={stretch.open} /></td>
              <td className="right">{percentText(stretch.rate)}</td><td className="right">{dailyText(stretch.rate, daysInYear)}</td><td className="right"><MoneyText value={stretch.interest} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td colSpan={2}>{t('stretch.sum')}</td><td className="right">{item.stretches.reduce((sum, stretch) => sum + stretch.days, 0)}</td><td colSpan={3} /><td className="right"><MoneyText value={item.interest} /></td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function useItemColumns(): GridColumn<InterestItem>[] {
  const { t } = useTranslation('interest')
  return useMemo((): GridColumn<InterestItem>[] => [
    { field: 'number', title: t('col.number'), width: 136 },
    { field: 'interest', title: t('col.interest'), kind: 'money', total: true, width: 108 },
    { field: 'dueOn', title: t('col.dueOn'), kind: 'day', width: 100 },
    { field: 'from', title: t('col.from'), kind: 'day', width: 100 },
    { field: 'to', title: t('col.to'), kind: 'day', width: 100 },
    { field: 'amount', title: t('col.amount'), kind: 'money', width: 116 },
    { field: 'open', title: t('col.open'), kind: 'money', width: 116 },
    { field: 'disputed', title: t('col.disputed'), kind: 'check', width: 70 },
    { field: 'invoiceNumber', title: t('col.invoiceNumber'), width: 130 },
  ], [t])
}
