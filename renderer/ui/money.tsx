/**
 * Money on screen and as typed.
 *
 * `<MoneyText value={fen} />` right-aligned figures, negative red, nothing for null; `sign` puts ¥ before it.
 * `<MoneyInput value={fen|null} onChange={(fen|null) => …} />` accepts 1234.5, 1,234.50, （12）, full-width digits, and the name of the
 * currency that it counts in; an amount in another one is refused by name. That is the ledger's own currency, unless a
 * `<CountsIn currency>` around it or its own `currency` says which one the document has.
 * Keys: Enter and Tab take what was typed; `=` as the first character fills in what `fill()` returns (the remainder);
 * Esc gives back the value from before. A text that is no amount stays, is marked, and onChange is not called.
 */
import { Input, type InputRef } from 'antd'
import { createContext, useContext, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { decimalText, formatMoney, type Money } from '../../shared/money.ts'
import { parseMoney } from '../../shared/sheets/amounts.ts'

export function MoneyText({ value, sign, strong }: { value: number | null | undefined; sign?: boolean; strong?: boolean }) {
  if (value === null || value === undefined) return null
  return (
    <span className={`figure${value < 0 ? ' negative' : ''}${strong ? ' strong' : ''}`}>
      {sign ? '¥ ' : ''}
      {formatMoney(value)}
    </span>
  )
}

const CurrencyContext = createContext('CNY')

/** Says in which currency the cells of money inside count: the ledger's own for the whole program, a document's for its page or dialog. */
export function CountsIn({ currency, children }: { currency: string; children: ReactNode }) {
  return <CurrencyContext value={currency}>{children}</CurrencyContext>
}

const written = (value: Money | null | undefined): string => (value === null || value === undefined ? '' : decimalText(value))

export interface MoneyInputProps {
  value: Money | null | undefined
  onChange: (value: Money | null) => void
  /** What `=` fills in: the amount that is left. */
  fill?: () => Money
  /** ISO code of what the amount counts in, where one document has cells of several. */
  currency?: string | undefined
  allowNegative?: boolean
  disabled?: boolean
  invalid?: boolean
  bare?: boolean
  autoFocus?: boolean
  placeholder?: string
  id?: string
  label?: string
  inputRef?: Ref<InputRef>
}

export function MoneyInput({ value, onChange, fill, currency: given, allowNegative, disabled, invalid, bare, autoFocus, placeholder, id, label, inputRef }: MoneyInputProps) {
  const { t } = useTranslation('ui')
  const counted = useContext(CurrencyContext)
  const currency = given ?? counted
  const [typed, setTyped] = useState<string | null>(null)
  const [wrong, setWrong] = useState<'wrong' | 'otherCurrency' | null>(null)
  const [shownFor, setShownFor] = useState(value)
  // Another amount put in from outside (a line that was ticked off) replaces the text, which would else come back on leaving.
  if (value !== shownFor) {
    setShownFor(value)
    setTyped(null)
    setWrong(null)
  }
  /** The text changes on taking the cursor, which loses the selection; it is made again before another key can come. */
  const selecting = useRef<HTMLInputElement | null>(null)
  useLayoutEffect(() => {
    selecting.current?.select()
    selecting.current = null
  })

  /** True when the text was an amount (or nothing) and was taken. */
  function take(text: string): boolean {
    if (text.trim() === '') {
      setTyped(null)
      setWrong(null)
      if (value !== null && value !== undefined) onChange(null)
      return true
    }
    const parsed = parseMoney(text, currency)
    if (typeof parsed === 'string' || (parsed < 0 && !allowNegative)) {
      setWrong(parsed === 'OTHER_CURRENCY' ? 'otherCurrency' : 'wrong')
      return false
    }
    setTyped(null)
    setWrong(null)
    if (parsed !== value) onChange(parsed)
    return true
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    // A prevented Enter does not move on: the text stays to be mended.
    if (event.key === 'Enter' && typed !== null && !take(typed)) event.preventDefault()
    if (event.key === 'Escape' && typed !== null) {
      // Nothing to take back in this field: the key belongs to the page.
      if (typed !== written(value)) event.stopPropagation()
      setTyped(null)
      setWrong(null)
    }
    if ((event.key === '=' || event.key === '＝') && fill) {
      event.preventDefault()
      setTyped(null)
      setWrong(null)
      onChange(fill())
    }
  }

  const problem = wrong === null ? undefined : t(wrong === 'otherCurrency' ? 'money.otherCurrency' : 'money.wrong', { currency, text: typed ?? '' })
  const shown = typed ?? (value === null || value === undefined ? '' : formatMoney(value))
  const cell = (
    <Input
      ref={inputRef}
      id={id}
      aria-label={label}
      className={`figure-input${(value ?? 0) < 0 ? ' negative' : ''}`}
      value={shown}
      disabled={disabled}
      autoFocus={autoFocus}
      placeholder={placeholder}
      variant={bare ? 'borderless' : 'outlined'}
      status={wrong || invalid ? 'error' : ''}
      data-unread={wrong !== null || undefined}
      title={problem}
      inputMode="decimal"
      autoComplete="off"
      onFocus={(event) => {
        // Without separators while typing, so that a digit can be corrected in place; all of it is selected to overwrite.
        if (typed === null && value !== null && value !== undefined) {
          setTyped(written(value))
          selecting.current = event.currentTarget
        }
        event.currentTarget.select()
      }}
      onChange={(event) => {
        setTyped(event.target.value)
        setWrong(null)
      }}
      onBlur={() => {
        if (typed !== null) take(typed)
      }}
      onKeyDown={onKeyDown}
    />
  )
  // A cell of a table has no room below it; there the title says it, and the page that the cell cannot be read.
  return <>{cell}{!bare && problem !== undefined && <div className="field-error" role="alert">{problem}</div>}</>
}
