/**
 * Finds a customer (or anything with a code and a name) by code, name, short name or pinyin initials.
 *
 *     <Lookup value={picked} onChange={setPicked} find={(text, signal) => api.customers.find({ text }, { signal })} />
 *
 * Keys: type `shjx`, ↑ ↓ to move, Enter or Tab takes the marked one, Esc closes and gives back what was there, Alt+↓ opens.
 * Answers that come late are dropped, so what is marked always belongs to what is typed: Enter that comes before the
 * answer waits for it, and the keys after it wait for the next field. Empty text clears.
 */
import { Input, type InputRef } from 'antd'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { FloatingList } from './floatingList.tsx'
import { holdKeys } from './typeAhead.ts'

export interface LookupItem {
  id: number
  code: string
  name: string
  /** A second line of facts: what is owed, the salesperson. */
  hint?: string | undefined
}

export interface LookupProps<Item extends LookupItem> {
  value: Pick<Item, 'id' | 'code' | 'name'> | null | undefined
  onChange: (item: Item | null) => void
  find: (text: string, signal: AbortSignal) => Promise<Item[]>
  /** The part of an item at the right of its line. */
  aside?: (item: Item) => ReactNode
  disabled?: boolean
  invalid?: boolean
  bare?: boolean
  autoFocus?: boolean
  placeholder?: string
  id?: string
  label?: string
  inputRef?: Ref<InputRef>
}

const PAUSE_MS = 120

export function Lookup<Item extends LookupItem>({ value, onChange, find, aside, disabled, invalid, bare, autoFocus, placeholder, id, label, inputRef }: LookupProps<Item>) {
  const { t } = useTranslation('ui')
  const listId = useId()
  const box = useRef<HTMLSpanElement>(null)
  const [typed, setTyped] = useState<string | null>(null)
  const [found, setFound] = useState<{ text: string; items: Item[]; failed: boolean } | null>(null)
  const [marked, setMarked] = useState(0)
  const [open, setOpen] = useState(false)
  const search = useRef(find)
  search.current = find
  /** Enter was pressed before the answer came: take the first one when it does. */
  const waiting = useRef<((found: boolean) => void) | null>(null)
  const [hurried, setHurried] = useState(false)
  const text = typed ?? ''

  useEffect(() => {
    if (!open) return undefined
    const abort = new AbortController()
    const timer = setTimeout(() => {
      search.current(text.trim(), abort.signal).then(
        (items) => {
          if (abort.signal.aborted) return
          setFound({ text, items, failed: false })
          setMarked(0)
        },
        () => {
          if (!abort.signal.aborted) setFound({ text, items: [], failed: true })
        },
      )
    }, text === '' || hurried ? 0 : PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [open, text, hurried])

  const current = found?.text === text ? found : null
  useEffect(() => {
    const next = waiting.current
    if (!current || !next) return
    waiting.current = null
    setHurried(false)
    const first = current.items[0]
    if (first) take(first)
    next(first !== undefined)
  })

  function stopWaiting(): void {
    waiting.current?.(false)
    waiting.current = null
    setHurried(false)
  }

  function take(item: Item | null): void {
    setTyped(null)
    setOpen(false)
    setFound(null)
    if ((item?.id ?? null) !== (value?.id ?? null)) onChange(item)
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>): void {
    const count = current?.items.length ?? 0
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (!open && !event.altKey) return
      event.preventDefault()
      event.stopPropagation()
      if (!open) setOpen(true)
      else if (count > 0) setMarked((index) => (index + (event.key === 'ArrowDown' ? 1 : count - 1)) % count)
    } else if (event.key === 'Escape' && open) {
      event.stopPropagation()
      setTyped(null)
      setOpen(false)
    } else if ((event.key === 'Enter' || event.key === 'Tab') && open && !event.ctrlKey) {
      if (typed !== null && typed.trim() === '') {
        take(null)
        return
      }
      if (typed === null && event.key === 'Tab') {
        setOpen(false)
        return
      }
      const item = current?.items[marked]
      if (item) take(item)
      else {
        // Nothing to take yet: the field keeps the focus, and the answer moves on by pressing Enter for the person.
        event.preventDefault()
        event.stopPropagation()
        const field = event.currentTarget
        if (!current) {
          const release = holdKeys()
          setHurried(true)
          waiting.current = (isFound) => {
            if (!isFound) return release('drop')
            requestAnimationFrame(() => {
              field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
              release()
            })
          }
        }
      }
    }
  }

  return (
    <span ref={box} className="lookup">
      <Input
        ref={inputRef}
        id={id}
        role="combobox"
        aria-label={label}
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        autoComplete="off"
        value={typed ?? (value ? `${value.code} ${value.name}` : '')}
        disabled={disabled}
        autoFocus={autoFocus}
        placeholder={placeholder ?? t('lookup.placeholder')}
        variant={bare ? 'borderless' : 'outlined'}
        status={invalid ? 'error' : ''}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setTyped(event.target.value)
          setOpen(true)
        }}
        onBlur={() => {
          // What was typed but not taken is no choice: the field shows again what is chosen.
          if (typed !== null && typed.trim() === '') take(null)
          setTyped(null)
          setOpen(false)
          stopWaiting()
        }}
        onKeyDown={onKeyDown}
      />
      <FloatingList
        id={listId}
        anchor={box}
        open={open}
        items={current?.items ?? []}
        marked={marked}
        keyOf={(item) => item.id}
        onPick={take}
        empty={!current ? t('state.loading') : current.failed ? t('lookup.failed') : t('lookup.none', { text })}
      >
        {(item) => (
          <>
            <span className="lookup-code">{item.code}</span>
            <span className="lookup-name">{item.name}</span>
            <span className="lookup-hint">{aside ? aside(item) : item.hint}</span>
          </>
        )}
      </FloatingList>
    </span>
  )
}
