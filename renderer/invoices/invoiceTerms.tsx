/** The terms of one receivable (本单账期): typed where they are not the customer's, with the day that they mean. */
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Terms } from '../../shared/terms/schemas.ts'
import { DueNotes } from '../customers/dueNotes.tsx'
import { TermsQuick } from '../customers/termsQuick.tsx'
import { useTermsText } from '../customers/termsText.ts'
import type { TermsHint } from './termsHint.ts'

export function InvoiceTerms({ id, value, hint, onChange }: { id?: string; value: Terms | null; hint: TermsHint; onChange: (terms: Terms | null) => void }) {
  const { t } = useTranslation(['invoices', 'customers'])
  const termsText = useTermsText()
  return (
    <TermsQuick
      {...(id === undefined ? {} : { id })}
      placeholder={value ? termsText(value) : t('invoices:form.termsHint')}
      onRead={onChange}
      hint={<div className="field-hint"><DueNotes text={value && value.text !== '' ? t('customers:terms.textHint') : ''} due={hint.notes} /></div>}
    >
      {value && <Button size="small" type="link" onClick={() => onChange(null)}>{t('invoices:form.termsOfCustomer')}</Button>}
    </TermsQuick>
  )
}
