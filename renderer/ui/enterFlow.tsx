/**
 * Enter goes to the next field, Shift+Enter back, as a clerk expects of a form; the last field calls `onEnd`.
 * A field that prevents its Enter (an amount that is none, a lookup that still searches) keeps the cursor.
 */
import type { KeyboardEvent, ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { press, spell } from './shortcut.ts'

const STOPS = 'input:not([disabled]):not([tabindex="-1"]):not([type="hidden"]), textarea:not([disabled]), select:not([disabled])'

/** Moves the cursor to the next or previous field of a container; false when there is none. */
export function moveFocus(container: HTMLElement, from: Element, step: 1 | -1): boolean {
  const stops = [...container.querySelectorAll<HTMLElement>(STOPS)].filter((each) => each.offsetParent !== null)
  const index = stops.findIndex((each) => each === from)
  const next = index < 0 ? undefined : stops[index + step]
  next?.focus()
  return next !== undefined
}

export function EnterFlow({ children, onEnd, className }: { children: ReactNode; onEnd?: () => void; className?: string }) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>): void {
    const target = event.target
    if (event.key !== 'Enter' || event.ctrlKey || event.altKey || event.metaKey || event.nativeEvent.isComposing || event.defaultPrevented) return
    if (!(target instanceof HTMLInputElement || target instanceof HTMLSelectElement)) return
    event.preventDefault()
    if (!moveFocus(event.currentTarget, target, event.shiftKey ? -1 : 1) && !event.shiftKey) {
      // Leaving the last field takes what was typed in it before the end is acted on.
      flushSync(() => target.blur())
      onEnd?.()
    }
  }

  /** A closed select would open on Enter; here Enter means "next", and ↓ or the space bar open it. */
  function onKeyDownCapture(event: KeyboardEvent<HTMLDivElement>): void {
    const target = event.target
    if (event.key !== 'Enter' || !(target instanceof HTMLInputElement)) return
    if (!target.closest('.ant-select') || target.getAttribute('aria-expanded') === 'true') return
    event.preventDefault()
    event.stopPropagation()
    // The select would take Ctrl+Enter too; here it is the key of a button.
    if (event.ctrlKey) return void press(spell(event.nativeEvent))
    if (!moveFocus(event.currentTarget, target, event.shiftKey ? -1 : 1)) onEnd?.()
  }

  return (
    <div className={className} onKeyDown={onKeyDown} onKeyDownCapture={onKeyDownCapture}>
      {children}
    </div>
  )
}
