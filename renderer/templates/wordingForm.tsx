/** The six parts of a letter as they are worded; what is wrong stands below its part, and the cursor goes to the place. */
import { Input } from 'antd'
import type { TextAreaRef } from 'antd/es/input/TextArea'
import { useEffect, useRef, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { WORDING_PARTS, type Wording, type WordingPart } from '../../shared/templates/schemas.ts'
import { invalidFieldsOf, refusalOf, useErrorWords, useReasonWords } from '../ui/refusal.ts'
import { Variables } from './variables.tsx'

const ROWS: Record<WordingPart, number> = { title: 1, greeting: 1, opening: 4, asking: 4, rights: 4, closing: 1 }
const fieldOf = (part: WordingPart): string => `wording.${part}`

/** The part that an error is about, if it is about one. */
export const partOf = (error: unknown): WordingPart | undefined => {
  const field = refusalOf(error)?.field ?? invalidFieldsOf(error)[0]
  return WORDING_PARTS.find((part) => fieldOf(part) === field)
}

export interface WordingFormProps {
  wording: Wording
  readOnly: boolean
  /** What the preview says while it is typed, or what saving said, to which the cursor goes. */
  error: unknown
  refused: unknown
  onChange: (wording: Wording) => void
}

export function WordingForm({ wording, readOnly, error, refused, onChange }: WordingFormProps) {
  const { t } = useTranslation('templates')
  const words = useErrorWords()
  const reasonWords = useReasonWords()
  const areas = useRef<Partial<Record<WordingPart, HTMLTextAreaElement | null>>>({})
  const last = useRef<WordingPart>('opening')
  const shown = refused ?? error
  const wrong = partOf(shown)

  useEffect(() => {
    const part = partOf(refused)
    const area = part && areas.current[part]
    if (!area) return
    const { row = 1, column } = refusalOf(refused) ?? {}
    const place = area.value.split('\n').slice(0, row - 1).reduce((sum, line) => sum + line.length + 1, 0) + Number(column ?? 1) - 1
    area.focus()
    area.setSelectionRange(place, place)
  }, [refused])

  function told(problem: unknown): string {
    const refusal = refusalOf(problem)
    return refusal ? t('problem', { line: refusal.row ?? 1, column: refusal.column ?? 1, text: reasonWords(refusal.reason, refusal.params) }) : words(problem)
  }
  function insert(text: string): void {
    const area = areas.current[last.current]
    if (!area) return
    const { selectionStart, selectionEnd, value } = area
    onChange({ ...wording, [last.current]: value.slice(0, selectionStart) + text + value.slice(selectionEnd) })
    area.focus()
    // The cursor can stand behind the text only once it is there.
    requestAnimationFrame(() => area.setSelectionRange(selectionStart + text.length, selectionStart + text.length))
  }
  const area = (part: WordingPart): Ref<TextAreaRef> => (ref) => {
    areas.current[part] = ref?.resizableTextArea?.textArea ?? null
  }
  return (
    <div className="template-editor">
      <div className="template-parts">
        {WORDING_PARTS.map((part) => (
          <div key={part} className={wrong === part ? 'template-part has-error' : 'template-part'} data-part={part}>
            <label htmlFor={`template-${part}`}>{t(`part.${part}`)}<span className="quiet">{t(`partHint.${part}`)}</span></label>
            <Input.TextArea
              id={`template-${part}`}
              ref={area(part)}
              value={wording[part]}
              rows={ROWS[part]}
              maxLength={part === 'title' ? 40 : 4000}
              readOnly={readOnly}
              status={wrong === part ? 'error' : ''}
              onFocus={() => { last.current = part }}
              onChange={(event) => onChange({ ...wording, [part]: part === 'title' ? event.target.value.replace(/\n/g, '') : event.target.value })}
            />
            {wrong === part && <div className="field-error" role="alert">{told(shown)}</div>}
          </div>
        ))}
      </div>
      <Variables disabled={readOnly} onInsert={insert} />
    </div>
  )
}
