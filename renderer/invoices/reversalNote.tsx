/** Says of a document that it was reversed, or that it reverses another, and opens the other one. */
import { Alert, Button } from 'antd'
import { useTranslation } from 'react-i18next'

interface ReversalNoteProps {
  document: { status: string; reversesId: number | null; reversedById: number | null; reversalNumber: string; reason: string }
  onOpen: (id: number) => void
}

export function ReversalNote({ document, onOpen }: ReversalNoteProps) {
  const { t } = useTranslation('invoices')
  const otherId = document.status === 'reversed' ? document.reversedById : document.status === 'reversal' ? document.reversesId : null
  if (otherId === null) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={document.status === 'reversed'
        ? t('reverse.reversedNote', { number: document.reversalNumber })
        : t('reverse.reversalNote', { number: document.reversalNumber, reason: document.reason })}
      action={<Button size="small" onClick={() => onOpen(otherId)}>{t('allocation.open', { number: document.reversalNumber })}</Button>}
    />
  )
}
