/**
 * The head of a document: labelled fields in columns; Enter goes to the next one; what the backend refused is marked.
 *
 *     <DocumentForm columns={3} error={error} onEnd={focusLines}>
 *       <Field name="customer" label={t('…')} required><Lookup … /></Field>
 *       <Field name="note" label={t('…')} span={2}><Input … /></Field>
 *     </DocumentForm>
 *
 * `error` is what the last call threw: a refusal whose `field` is a Field's `name` stands below that field, any other
 * above the form. `name`s are the field paths of the contract. What was typed is never cleared.
 */
import { Alert, Button } from 'antd'
import { cloneElement, createContext, useContext, useEffect, useId, useRef, useState, type ReactElement, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { EnterFlow } from './enterFlow.tsx'
import type { ui } from '../locales/zh-CN/ui.ts'
import { invalidOf, refusalOf, useErrorWords } from './refusal.ts'

type FieldProblem = keyof typeof ui.fieldProblems

interface FormErrors {
  of: (name: string) => string | undefined
}
const ErrorsContext = createContext<FormErrors>({ of: () => undefined })

export interface DocumentFormProps {
  columns?: 1 | 2 | 3 | 4
  error?: unknown
  /** What the page itself found wrong before asking: words by field name. */
  problems?: Readonly<Record<string, string>>
  onEnd?: () => void
  /** Reads the record anew and gives up what was typed; offered where somebody else changed it meanwhile. */
  onReload?: () => void
  children: ReactNode
}

export function DocumentForm({ columns = 3, error, problems, onEnd, onReload, children }: DocumentFormProps) {
  const { t, i18n } = useTranslation('ui')
  const words = useErrorWords()
  const box = useRef<HTMLDivElement>(null)
  const refusal = refusalOf(error)
  const invalid = invalidOf(error)
  const field = Object.keys(problems ?? {})[0] ?? refusal?.field ?? invalid[0]?.field

  const [placed, setPlaced] = useState(true)

  useEffect(() => {
    // The cursor goes where something must be mended; a refusal of a field that is not here is said above the form.
    const place = field ? box.current?.querySelector(`[data-field="${CSS.escape(field)}"]`) : null
    setPlaced(!field || Boolean(place))
    place?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [error, problems, field])

  const errors: FormErrors = {
    of: (name) => {
      const problem = problems?.[name]
      if (problem) return problem
      if (refusal?.field === name) return words(error)
      const wrong = invalid.find(({ field: other }) => other === name)
      if (!wrong) return undefined
      return i18n.exists(`ui:fieldProblems.${wrong.code}`) ? t(`fieldProblems.${wrong.code as FieldProblem}`) : t('error.fieldInvalid')
    },
  }
  return (
    <ErrorsContext value={errors}>
      <div ref={box} className="document-form">
        {error !== undefined && error !== null && (!field || !placed) && (refusal?.reason === 'changedElsewhere'
          ? <Alert type="warning" showIcon title={words(error)} action={onReload && <Button onClick={onReload}>{t('error.reload')}</Button>} />
          : <Alert type="error" showIcon title={words(error)} />)}
        <EnterFlow className={`form-grid columns-${columns}`} {...(onEnd ? { onEnd } : {})}>{children}</EnterFlow>
      </div>
    </ErrorsContext>
  )
}

const useFieldError = (name: string): string | undefined => useContext(ErrorsContext).of(name)

export interface FieldProps {
  name?: string
  label: ReactNode
  required?: boolean
  /** How many columns it takes. */
  span?: number
  hint?: ReactNode
  /** One control that takes an `id`. */
  children: ReactElement<{ id?: string }>
}

export function Field({ name = '', label, required, span = 1, hint, children }: FieldProps) {
  const made = useId()
  const id = children.props.id ?? made
  const error = useFieldError(name)
  return (
    <div className={`field${error ? ' has-error' : ''}`} data-field={name} style={{ gridColumn: `span ${span}` }}>
      <label className={required ? 'field-label required' : 'field-label'} htmlFor={id}>{label}</label>
      <div className="field-control">
        {cloneElement(children, { id })}
        {error ? <div className="field-error" role="alert">{error}</div> : hint && <div className="field-hint">{hint}</div>}
      </div>
    </div>
  )
}

/** A fact of a posted document: a label and what stands there, without a control. */
export function Fact({ label, span = 1, children }: { label: ReactNode; span?: number; children: ReactNode }) {
  return (
    <div className="field" style={{ gridColumn: `span ${span}` }}>
      <span className="field-label">{label}</span>
      <div className="field-control fact">{children}</div>
    </div>
  )
}
