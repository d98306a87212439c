/** What all letters have around their words: pictures, department, footnote, slip. */
import { Checkbox, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Look } from '../../shared/templates/schemas.ts'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { PictureField } from './pictureField.tsx'

export function LookForm({ look, readOnly, error, onChange }: { look: Look; readOnly: boolean; error: unknown; onChange: (look: Look) => void }) {
  const { t } = useTranslation('templates')
  return (
    <div className="template-look">
      {(['logo', 'sealPicture'] as const).map((field) => (
        <PictureField key={field} label={t(`form.${field}`)} hint={t(`form.${field}Hint`)} hash={look[field]} readOnly={readOnly} onChange={(hash) => onChange({ ...look, [field]: hash })} />
      ))}
      <DocumentForm columns={1} error={error}>
        <Field name="sender" label={t('form.sender')} hint={t('form.senderHint')}>
          <Input value={look.sender} maxLength={120} readOnly={readOnly} onChange={(event) => onChange({ ...look, sender: event.target.value })} />
        </Field>
        <Field name="footnote" label={t('form.footnote')} hint={t('form.footnoteHint')}>
          <Input value={look.footnote} maxLength={300} readOnly={readOnly} onChange={(event) => onChange({ ...look, footnote: event.target.value })} />
        </Field>
      </DocumentForm>
      <Checkbox checked={look.withSlip} disabled={readOnly} onChange={(event) => onChange({ ...look, withSlip: event.target.checked })}>{t('form.withSlip')}</Checkbox>
    </div>
  )
}
