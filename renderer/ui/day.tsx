/**
 * Days on screen and as typed.
 *
 * `<DayText value="2026-06-30" />`, `<InstantText value="2026-06-30T08:00:00Z" />` (in the computer's time zone).
 * `<DayInput value={day|null} onChange={…} />` types: 0630, 630, 30, 20260630, 2026-6-30.
 * Keys: `+` and `-` one day on and back, with Ctrl one month; `t` today; Alt+↓ opens the calendar; Enter and Tab take
 * what was typed; Esc gives back the day from before.
 */
import { DatePicker, Input, type InputRef } from 'antd'
import dayjs from 'dayjs'
import { useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { day as asDay, type Day } from '../../shared/day.ts'
import { readDay, stepDay } from './readDay.ts'
import { today } from './today.ts'

export function DayText({ value }: { value: string | null | undefined }) {
  return value ? <span className="figure">{value}</span> : null
}

export const instantText = (value: string): string => dayjs(value).format('YYYY-MM-DD HH:mm')

export function InstantText({ value }: { value: string | null | undefined }) {
  return value ? <span className="figure">{instantText(value)}</span> : null
}

export interface DayInputProps {
  value: Day | null | undefined
  onChange: (value: Day | null) => void
  disabled?: boolean
  invalid?: boolean
  bare?: boolean
  autoFocus?: boolean
  placeholder?: string
  id?: string
  label?: string
  inputRef?: Ref<InputRef>
}

export function DayInput({ value, onChange, disabled, invalid, bare, autoFocus, placeholder, id, label, inputRef }: DayInputProps) {
  const { t } = useTranslation('ui')
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)
  const [open, setOpen] = useState(false)

  function put(next: Day | null): void {
    setTyped(null)
    setWrong(false)
    if (next !== (value ?? null)) onChange(next)
  }

  /** True when the text was a day (or nothing) and was taken. */
  function take(text: string): boolean {
    const read = text.trim() === '' ? null : readDay(text, today())
    if (read === null && text.trim() !== '') {
      setWrong(true)
      return false
    }
    put(read)
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // A separator within a day that is being typed (2026-6-30) is no step.
    const typing = typed !== null && typed !== '' && typed !== value
    const base = value ?? today()
    if (event.key === 'Enter' && typed !== null) {
      // A prevented Enter does not move on: the text stays to be mended.
      if (!take(typed)) event.preventDefault()
    } else if (event.key === 'Escape' && (typing || open)) {
      event.stopPropagation()
      setTyped(null)
      setWrong(false)
      setOpen(false)
    } else if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault()
      setOpen(true)
    } else if (!typing && (event.key === '+' || (event.key === '=' && !event.ctrlKey))) {
      event.preventDefault()
      put(stepDay(base, 1, event.ctrlKey))
    } else if (!typing && event.key === '-') {
      event.preventDefault()
      put(stepDay(base, -1, event.ctrlKey))
    } else if (!typing && event.key.toLowerCase() === 't' && !event.ctrlKey) {
      event.preventDefault()
      put(today())
    }
  }

  return (
    <span className="day-input">
      <Input
        ref={inputRef}
        id={id}
        aria-label={label}
        value={typed ?? value ?? ''}
        disabled={disabled}
        autoFocus={autoFocus}
        placeholder={placeholder}
        variant={bare ? 'borderless' : 'outlined'}
        status={wrong || invalid ? 'error' : ''}
        data-unread={wrong || undefined}
        title={wrong ? t('day.wrong') : t('day.keys')}
        autoComplete="off"
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.target.value)
          setWrong(false)
        }}
        onBlur={() => {
          if (typed !== null) take(typed)
        }}
        onKeyDown={onKeyDown}
      />
      <DatePicker
        className="day-picker"
        tabIndex={-1}
        variant="borderless"
        allowClear={false}
        disabled={disabled}
        open={open}
        onOpenChange={setOpen}
        value={value ? dayjs(value) : null}
        onChange={(picked) => {
          if (picked && !Array.isArray(picked)) put(asDay(picked.format('YYYY-MM-DD')))
          setOpen(false)
        }}
        inputReadOnly
      />
    </span>
  )
}
