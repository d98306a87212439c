/** Why a receipt got no voucher, in the words of the refusals. */
import { useTranslation } from 'react-i18next'

export function useLeftOutWords(): (reason: string) => string {
  const { t, i18n } = useTranslation('vouchers')
  const known = (reason: string): reason is 'alreadyIssued' | 'alreadyReversed' | 'reversalDocument' => i18n.exists(`vouchers:leftOut.${reason}`)
  return (reason) => (known(reason) ? t(`leftOut.${reason}`) : reason)
}
