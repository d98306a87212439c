/**
 * A choice among a few values within a sheet that is filled by keyboard. It is the browser's own select, because it takes ↑ ↓ and the digit
 * before each word at once, without opening anything.
 */
import type { ReactNode } from 'react'

export interface Choice<Value extends string | number> {
  value: Value
  label: string
}

interface ChoiceCellProps<Value extends string | number> {
  label: string
  value: Value | null
  choices: readonly Choice<Value>[]
  onChange: (value: Value | null) => void
  /** The words for no value; without them one of the choices always stands. */
  none?: ReactNode
  disabled?: boolean
  invalid?: boolean
}

export function ChoiceCell<Value extends string | number>({ label, value, choices, onChange, none, disabled, invalid }: ChoiceCellProps<Value>) {
  return (
    <select
      aria-label={label}
      className={`choice-cell${invalid ? ' invalid' : ''}`}
      value={value ?? ''}
      disabled={disabled}
      onChange={(event) => onChange(choices.find((choice) => String(choice.value) === event.target.value)?.value ?? null)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {choices.map((choice, index) => (
        <option key={choice.value} value={choice.value}>{`${index + 1} ${choice.label}`}</option>
      ))}
    </select>
  )
}
