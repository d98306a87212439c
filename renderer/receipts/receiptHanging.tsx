/** Everything that a reversal of a receipt would touch, shown before it is done. */
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { ACCEPTANCE_STATUSES, type AcceptanceStatus } from '../../shared/acceptances/schemas.ts'
import type { ReceiptHanging } from '../../shared/receipts/schemas.ts'
import { MoneyText } from '../ui/money.tsx'
import { useReasonWords } from '../ui/refusal.ts'
import { LoadingState } from '../ui/states.tsx'
import type { Query } from '../ui/useQuery.ts'
import './receipts.css'

export function HangingList({ hanging: { data, error } }: { hanging: Query<ReceiptHanging> }) {
  const { t } = useTranslation('receipts')
  const words = useReasonWords()
  // Without the list the reversal still answers why it is refused.
  if (!data) return error === undefined ? <LoadingState /> : null
  const facts = factsOf(data)
  return (
    <div className="receipt-hanging" data-testid="hanging">
      {data.blockedBy !== '' && <Alert type={data.blockedBy === 'periodClosed' ? 'warning' : 'error'} showIcon title={words(data.blockedBy, data.params)} />}
      {data.items.length > 0 && (
        <table>
          <thead>
            <tr>
              <th>{t('hanging.item')}</th>
              <th>{t('hanging.invoiceNumber')}</th>
              <th className="right">{t('hanging.takenBack')}</th>
              <th className="right">{t('hanging.difference')}</th>
              <th className="right">{t('hanging.openAfter')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((item) => (
              <tr key={item.itemId}>
                <td>{item.number}</td>
                <td>{item.invoiceNumber}</td>
                <td className="right"><MoneyText value={item.amount} /></td>
                <td className="right">{item.difference > 0 && <MoneyText value={item.difference} />}</td>
                <td className="right"><MoneyText value={item.openAfter} strong /></td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {data.items.length === 0 && facts.length === 0 && <p className="quiet">{t('hanging.nothing')}</p>}
      {facts.length > 0 && <ul>{facts.map((fact) => <Fact key={`${fact.kind} ${fact.name}`} {...fact} />)}</ul>}
    </div>
  )
}

interface HangingFact {
  kind: 'refund' | 'offset' | 'bill' | 'line' | 'voucher' | 'exchange'
  name: string
  on: string
  amount: number
  status?: string
  prints?: number
}

const factsOf = (hanging: ReceiptHanging): HangingFact[] => [
  ...hanging.refunds.map((one) => ({ kind: 'refund' as const, name: one.number, on: one.on, amount: one.amount })),
  ...hanging.offsets.map((one) => ({ kind: 'offset' as const, name: one.number, on: one.on, amount: one.amount })),
  ...hanging.bills.map((one) => ({ kind: 'bill' as const, name: one.billNumber, on: one.dueOn, amount: one.amount, status: one.status })),
  ...hanging.lines.map((one) => ({ kind: 'line' as const, name: [one.bankAccount, one.counterparty].filter((text) => text !== '').join(' '), on: one.on, amount: one.amount })),
  ...hanging.vouchers.map((one) => ({ kind: 'voucher' as const, name: one.number, on: one.on, amount: one.amount, prints: one.prints })),
  ...(hanging.exchangeGain === 0 ? [] : [{ kind: 'exchange' as const, name: '', on: '', amount: hanging.exchangeGain }]),
]

const isStatus = (text: string | undefined): text is AcceptanceStatus => ACCEPTANCE_STATUSES.some((status) => status === text)

function Fact({ kind, name, on, amount, status, prints }: HangingFact) {
  const { t } = useTranslation(['receipts', 'acceptances'])
  const becomes = kind === 'bill' && isStatus(status) ? t('receipts:hanging.becomes.bill', { status: t(`acceptances:status.${status}`) })
    : kind === 'voucher' ? t('receipts:hanging.becomes.voucher', { count: prints ?? 0 }) : t(`receipts:hanging.becomes.${kind}`)
  return (
    <li>
      <span>{t(`receipts:hanging.kind.${kind}`)} {name}</span>
      <span className="figure quiet">{on}</span>
      <span className="quiet">{becomes}</span>
      <MoneyText value={amount} />
    </li>
  )
}
