/** A rate that is typed: 7.1234. What is no rate stays to be mended, and says so. */
import { Input } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { rateText, readRate } from './rateText.ts'

interface RateInputProps {
  value: number | null
  onChange: (rate: number | null) => void
  id?: string
  label?: string
  bare?: boolean
  placeholder?: string
}

export function RateInput({ value, onChange, id, label, bare, placeholder }: RateInputProps) {
  const { t } = useTranslation('rates')
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState(false)

  function take(text: string): boolean {
    const read = readRate(text)
    const sound = read !== null || text.trim() === ''
    setWrong(!sound)
    if (!sound) return false
    setTyped(null)
    if (read !== value) onChange(read)
    return true
  }

  return (
    <Input
      id={id}
      aria-label={label}
      className="figure-input"
      variant={bare ? 'borderless' : 'outlined'}
      inputMode="decimal"
      autoComplete="off"
      placeholder={placeholder}
      value={typed ?? (value === null ? '' : rateText(value))}
      status={wrong ? 'error' : ''}
      data-unread={wrong || undefined}
      title={wrong ? t('wrong') : undefined}
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => {
        setTyped(event.target.value)
        setWrong(false)
      }}
      onBlur={() => {
        if (typed !== null) take(typed)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && typed !== null && !take(typed)) event.preventDefault()
      }}
    />
  )
}
