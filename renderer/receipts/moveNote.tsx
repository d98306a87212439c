/** Says of a receipt that it came from another customer, with the day on which the money was paid in, or that it went to one. */
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { openPage } from '../navigation.ts'

export function MoveNote({ receipt: { movedFrom, movedTo } }: { receipt: ReceiptView }) {
  const { t } = useTranslation(['receipts', 'invoices'])
  const button = (id: number, number: string) => <Button size="small" onClick={() => openPage('receipt', { id })}>{t('invoices:allocation.open', { number })}</Button>
  return (
    <>
      {movedFrom && <Alert type="info" showIcon title={t('receipts:move.from', { number: movedFrom.number, day: movedFrom.receivedOn })} action={button(movedFrom.id, movedFrom.number)} />}
      {movedTo && <Alert type="info" showIcon title={t('receipts:move.to', { number: movedTo.number })} action={button(movedTo.id, movedTo.number)} />}
    </>
  )
}
