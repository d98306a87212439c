/** Level and remark of one line of a run; a level can only be lowered, since none may be skipped. */
import { Input, Select } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isAbove } from '../../shared/dunning/rules.ts'
import { LETTER_LEVELS, type LetterLevel, type RunLine } from '../../shared/dunning/schemas.ts'
import { api, invalidate } from '../api.ts'
import { usePosting } from '../collection/usePosting.ts'
import { ActionDialog } from '../ui/dialogs.tsx'
import { DocumentForm, Field } from '../ui/documentForm.tsx'
import { KEYS } from '../ui/shortcut.ts'

export function LineDialog({ runId, line, onClose }: { runId: number; line: RunLine; onClose: () => void }) {
  const { t } = useTranslation('dunning')
  const [level, setLevel] = useState<LetterLevel>(line.level)
  const [remark, setRemark] = useState(line.remark)
  const { error, post } = usePosting(onClose)
  const save = (): Promise<void> => post((requestId) => api.dunning.changeLines({ id: runId, lineIds: [line.id], version: line.version, taken: true, ...(level === line.level ? {} : { level }), remark, requestId }))
  /** The list reads the record anew; what was typed is given up. */
  function reload(): void {
    invalidate('dunning')
    onClose()
  }

  return (
    <ActionDialog open title={t('run.editTitle', { name: line.name })} onClose={onClose} actions={[{ key: 'save', label: t('run.save'), shortcut: KEYS.post, kind: 'primary', onRun: save }]}>
      <DocumentForm columns={1} error={error} onReload={reload}>
        <Field name="level" label={t('run.line.level')}>
          <Select value={level} options={LETTER_LEVELS.filter((each) => !isAbove(each, line.dueLevel)).map((value) => ({ value, label: t(`level.${value}`) }))} onChange={(value: LetterLevel) => setLevel(value)} />
        </Field>
        <Field name="remark" label={t('preview.remark')} hint={t('preview.remarkHint')}><Input.TextArea autoFocus rows={3} maxLength={500} value={remark} onChange={(event) => setRemark(event.target.value)} /></Field>
      </DocumentForm>
    </ActionDialog>
  )
}
