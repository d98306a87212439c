/**
 * Issues the vouchers (收款收据) of receipts and shows what was issued, from where they are printed.
 *
 *     const { issue, dialog } = useIssue()
 *     … onRun: () => issue([receipt]) … {dialog}
 */
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { VoucherRow } from '../../shared/vouchers/schemas.ts'
import { api, invalidate } from '../api.ts'
import { openPage } from '../navigation.ts'
import { useDialogs } from '../ui/dialogs.tsx'
import { IssuedDialog } from '../ui/issuedDialog.tsx'
import { usePaper } from '../ui/usePaper.ts'
import { useLeftOutWords } from './voucherWords.ts'

interface ReceiptOf {
  id: number
  number: string
  customerName: string
}
interface Issued {
  vouchers: VoucherRow[]
  leftOut: { name: string; why: string }[]
}

export function useIssue(): { issue: (receipts: readonly ReceiptOf[]) => Promise<void>; dialog: ReactNode } {
  const { t } = useTranslation('vouchers')
  const words = useLeftOutWords()
  const { confirm } = useDialogs()
  const { print } = usePaper('vouchers', api.vouchers)
  const [issued, setIssued] = useState<Issued | null>(null)

  async function issue(receipts: readonly ReceiptOf[]): Promise<void> {
    const [one] = receipts
    const title = receipts.length === 1 ? t('issue.titleOne', { number: one?.number ?? '' }) : t('issue.title', { count: receipts.length })
    if (!(await confirm({ title, content: t('issue.text'), yes: t('issue.button') }))) return
    // Of several the clerk ticked, those that have one already are no reason to hold the others back.
    const result = await api.vouchers.issue({ receiptIds: receipts.map((receipt) => receipt.id), skipLeftOut: receipts.length > 1, requestId: crypto.randomUUID() })
    invalidate('vouchers')
    const nameOf = (id: number): string => {
      const receipt = receipts.find((each) => each.id === id)
      return receipt ? `${receipt.number} ${receipt.customerName}` : String(id)
    }
    setIssued({ vouchers: result.vouchers, leftOut: result.leftOut.map(({ receiptId, reason }) => ({ name: nameOf(receiptId), why: words(reason) })) })
  }

  const vouchers = issued?.vouchers ?? []
  const [first, last] = [vouchers[0], vouchers.at(-1)]
  const dialog = (
    <IssuedDialog
      open={issued !== null}
      title={!first || !last ? t('issue.none') : vouchers.length > 1 ? t('issue.done', { count: vouchers.length, first: first.number, last: last.number }) : t('issue.doneOne', { number: first.number })}
      hint={t('issue.next')}
      papers={vouchers.map(({ id, number, customerName, amount }) => ({ id, number, name: customerName, amount }))}
      leftOutTitle={t('issue.leftOut', { count: issued?.leftOut.length ?? 0 })}
      leftOut={issued?.leftOut ?? []}
      onPrint={print}
      onShow={(id) => openPage('voucher', { id })}
      onClose={() => setIssued(null)}
    />
  )
  return { issue, dialog }
}
