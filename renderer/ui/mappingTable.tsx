/** Which column of the file means what, with examples of its content; every choice is remembered for files of this kind. */
import { Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Problem } from '../../shared/sheets/schemas.ts'
import { useFileWords } from './fileWords.ts'
import { withField } from './mapping.ts'
import './files.css'

const IGNORED = ''
const SAMPLES_SHOWN = 3

/** What an inspection says about the columns of a file. */
export interface FileColumns {
  columns: readonly { index: number; title: string; samples: readonly string[] }[]
  /** Field → column. */
  mapping: Readonly<Record<string, number>>
  remembered: boolean
  fields: readonly { field: string; required: boolean }[]
  problems: readonly Problem[]
}

export function MappingTable({ inspection, onChange }: { inspection: FileColumns; onChange: (mapping: Record<string, number>) => void }) {
  const { t } = useTranslation('files')
  const words = useFileWords()
  const meaning = new Map(Object.entries(inspection.mapping).map(([field, column]) => [column, field]))
  const options = [
    { value: IGNORED, label: t('mapping.ignore') },
    ...inspection.fields.map(({ field, required }) => ({ value: field, label: required ? `${words.field(field)} *` : words.field(field) })),
  ]
  return (
    <section className="card file-mapping">
      <h2>{t('mapping.title')} <span className="quiet">{inspection.remembered ? t('mapping.remembered') : t('mapping.proposed')}</span></h2>
      <div className="file-scroll">
        <table>
          <thead><tr><th>{t('mapping.column')}</th><th>{t('mapping.samples')}</th><th>{t('mapping.field')}</th></tr></thead>
          <tbody>
            {inspection.columns.map((column) => {
              const title = column.title || t('mapping.untitled', { number: column.index + 1 })
              const field = meaning.get(column.index) ?? IGNORED
              const asked = inspection.problems.find(({ code, params }) => code === 'UNSURE_COLUMN' && params?.['index'] === column.index)
              return (
                <tr key={column.index} className={field === IGNORED ? 'ignored' : ''}>
                  <td className="file-column">{title}</td>
                  <td className="file-samples" title={column.samples.join('\n')}>{column.samples.slice(0, SAMPLES_SHOWN).join(' · ')}</td>
                  <td>
                    <Select
                      aria-label={title}
                      className="file-field"
                      size="small"
                      showSearch={{ optionFilterProp: 'label' }}
                      value={asked ? undefined : field}
                      status={asked ? 'error' : ''}
                      placeholder={asked ? t('mapping.ask', { field: words.field(String(asked.params?.['field'])) }) : undefined}
                      options={options}
                      onChange={(next: string) => onChange(withField(inspection.mapping, column.index, next === IGNORED ? undefined : next))}
                    />
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}
