/** Reverses a receipt after showing everything that hangs on it. */
import type { ReceiptView } from '../../shared/receipts/schemas.ts'
import { api } from '../api.ts'
import { ReverseDialog } from '../invoices/reverseDialog.tsx'
import { useReasonWords } from '../ui/refusal.ts'
import { useQuery } from '../ui/useQuery.ts'
import { HangingList } from './receiptHanging.tsx'

export function ReverseReceipt({ receipt, onClose }: { receipt: ReceiptView; onClose: () => void }) {
  const words = useReasonWords()
  const hanging = useQuery((signal) => api.receipts.hanging({ id: receipt.id }, { signal }), [receipt.id], ['receipts'])
  // A closed month only stands against the day, which the clerk may change.
  const blocked = hanging.data && hanging.data.blockedBy !== '' && hanging.data.blockedBy !== 'periodClosed' ? words(hanging.data.blockedBy, hanging.data.params) : undefined
  return (
    <ReverseDialog
      number={receipt.number}
      amount={receipt.amount}
      blocked={blocked}
      firstDay={hanging.data?.reversedOn}
      onReverse={async (input) => {
        const reversed = await api.receipts.reverse({ id: receipt.id, ...input })
        return reversed.status === 'reversal' ? reversed.number : reversed.reversalNumber
      }}
      onClose={onClose}
    >
      <HangingList hanging={hanging} />
    </ReverseDialog>
  )
}
