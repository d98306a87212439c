/** What the last act on a line did, or which keys there are; Alt+R opens the receipt that it made. */
import { useTranslation } from 'react-i18next'
import { openPage } from '../navigation.ts'
import { usePageActive } from '../ui/pageContext.ts'
import { useShortcut } from '../ui/shortcut.ts'
import type { Said } from './board.ts'

export function LineMessage({ said, keys }: { said: Said | undefined; keys: string }) {
  const { t } = useTranslation('bank')
  const receiptId = said?.receiptId ?? null
  const open = (): void => {
    if (receiptId !== null) openPage('receipt', { id: receiptId })
  }
  useShortcut('Alt+R', open, usePageActive() && receiptId !== null)
  return (
    <span className={`matching-message ${said?.bad ? 'negative' : said ? 'statement-good' : 'quiet'}`} role={said?.bad ? 'alert' : 'status'} data-testid="matching-message">
      {said?.text ?? keys}
      {receiptId !== null && <button type="button" className="text-button" onClick={open}>{t('lines.openReceipt')}<kbd>Alt+R</kbd></button>}
    </span>
  )
}
