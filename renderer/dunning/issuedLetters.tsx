/** What a run has issued: the numbers, who was left out and why, and the way to the printer. */
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '../../shared/dunning/schemas.ts'
import { formatMoney, type Money } from '../../shared/money.ts'
import { api } from '../api.ts'
import { usePrintLots } from '../deliveries/usePrintLots.tsx'
import { openPage } from '../navigation.ts'
import { IssuedDialog } from '../ui/issuedDialog.tsx'
import { usePaper } from '../ui/usePaper.ts'
import { useLeftOutWords } from './letterWords.ts'

export interface Issued {
  letters: LetterRow[]
  /** With what the letter would have listed. */
  leftOut: { name: string; reason: string; amount: Money | null }[]
}

export function IssuedLetters({ issued, onClose }: { issued: Issued | undefined; onClose: () => void }) {
  const { t } = useTranslation('dunning')
  const words = useLeftOutWords()
  const { print } = usePaper('dunning', api.dunning)
  const lots = usePrintLots('letter', print)
  const letters = issued?.letters ?? []
  const [first, last] = [letters[0], letters.at(-1)]
  return (
    <>
      <IssuedDialog
        open={issued !== undefined}
        title={first && last && letters.length > 1 ? t('issue.done', { count: letters.length, first: first.number, last: last.number }) : t('issue.doneOne', { number: first?.number ?? '' })}
        hint={t('issue.next')}
        papers={letters.map(({ id, number, customerName, net }) => ({ id, number, name: customerName, amount: net }))}
        leftOutTitle={t('issue.leftOut', { count: issued?.leftOut.length ?? 0 })}
        leftOut={(issued?.leftOut ?? []).map(({ name, reason, amount }) => ({ name, why: amount === null ? words(reason) : `${words(reason)}　${formatMoney(amount)}` }))}
        onPrint={lots.print}
        onShow={(id) => openPage('letter', { id })}
        onClose={onClose}
      />
      {lots.dialog}
    </>
  )
}
