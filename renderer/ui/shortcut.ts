/**
 * Keyboard shortcuts: one way to write them ('Ctrl+Enter', 'F5', 'Alt+N'), to show them and to bind them.
 *
 *     useShortcut('Ctrl+S', save, active)
 *
 * The newest binding of a key wins, so a dialog's Ctrl+Enter goes before that of the page below it. On a Mac Ctrl is ⌘.
 * `KEYS` are the keys that mean the same on every page; use them rather than inventing others.
 */
import { createContext, useContext, useLayoutEffect, useRef } from 'react'

export const KEYS = {
  create: 'Alt+N',
  save: 'Ctrl+S',
  post: 'Ctrl+Enter',
  print: 'Ctrl+P',
  refresh: 'F5',
  search: 'Ctrl+F',
  filter: 'F3',
  edit: 'F2',
  exportFile: 'Ctrl+E',
  palette: 'Ctrl+K',
  help: 'F1',
  closeTab: 'Ctrl+W',
  nextTab: 'Ctrl+Tab',
  lock: 'Ctrl+L',
} as const

/** How many dialogs are above the page; a page below a dialog does not answer to keys. */
export const DialogDepth = createContext(0)
const depthOnTop = (): number => Math.max(0, ...openDialogs)
const openDialogs: number[] = []

export function useDialogLayer(depth: number, open: boolean): void {
  useLayoutEffect(() => {
    if (!open) return undefined
    openDialogs.push(depth)
    return () => void openDialogs.splice(openDialogs.indexOf(depth), 1)
  }, [depth, open])
}

interface Binding {
  shortcut: string
  depth: number
  run: () => void
}

const bindings: Binding[] = []
export const isMac = navigator.platform.startsWith('Mac')

/** The shortcut that a key event spells, such as 'Ctrl+Shift+F3'. */
export function spell(event: KeyboardEvent): string {
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toUpperCase() : event.key
  // With Alt a Mac types another letter; the physical key still says which one was meant.
  const letter = event.altKey && /^Key[A-Z]$/.test(event.code) ? event.code.slice(3) : key
  return [(event.ctrlKey || (isMac && event.metaKey)) && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift', letter].filter(Boolean).join('+')
}

export const shownShortcut = (shortcut: string): string => (isMac ? shortcut.replace('Ctrl', '⌘').replace('Alt', '⌥') : shortcut)

interface Question {
  answer: (yes: boolean) => void
}

const questions: Question[] = []

/**
 * A question (yes: Enter, no: Esc) that must be answered before anything else. It takes its keys from the moment it is
 * asked until it is answered, wherever the cursor is: its box is drawn, given the cursor and taken away a little later.
 */
export function holdKeys(question: Question): () => void {
  questions.push(question)
  return () => {
    const index = questions.indexOf(question)
    if (index >= 0) questions.splice(index, 1)
  }
}

window.addEventListener('keydown', (event) => {
  const question = questions.at(-1)
  if (!question || event.isComposing) return
  const box = event.target instanceof Element ? event.target.closest('.ant-modal-confirm') : null
  // In its box Tab goes from button to button, and Enter presses the one with the cursor.
  if (box && event.key !== 'Escape') return
  event.preventDefault()
  event.stopPropagation()
  // A key that is still held down from what asked the question is no answer.
  if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return
  if (event.key === 'Enter' || event.key === 'Escape') question.answer(event.key === 'Enter')
}, true)

/** Does what a shortcut does now; false when nothing answers to it. Menu items of the desktop come this way too. */
export function press(shortcut: string): boolean {
  if (questions.length > 0) return false
  const top = depthOnTop()
  const binding = bindings.findLast((each) => each.shortcut === shortcut && each.depth >= top)
  binding?.run()
  return binding !== undefined
}

window.addEventListener('keydown', (event) => {
  if (event.isComposing || event.defaultPrevented) return
  if (press(spell(event))) event.preventDefault()
})

export function useShortcut(shortcut: string | undefined, run: () => void, active = true): void {
  useShortcuts(shortcut ? { [shortcut]: run } : {}, active)
}

/** Several keys at once: what each does, by its shortcut. */
export function useShortcuts(table: Readonly<Record<string, () => void>>, active = true): void {
  const latest = useRef(table)
  const depth = useContext(DialogDepth)
  const keys = Object.keys(table).join(' ')
  // With the drawing itself, not after it: a key may come as soon as its button is seen.
  useLayoutEffect(() => {
    latest.current = table
  })
  useLayoutEffect(() => {
    if (!active || keys === '') return undefined
    const bound = keys.split(' ').map((shortcut): Binding => ({ shortcut, depth, run: () => latest.current[shortcut]?.() }))
    bindings.push(...bound)
    return () => {
      for (const binding of bound) bindings.splice(bindings.indexOf(binding), 1)
    }
  }, [keys, active, depth])
}
