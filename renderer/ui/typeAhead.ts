/**
 * A fast clerk types on while the program still looks something up or posts. These keys belong to the field that comes
 * next, so they are held and then typed there, in their order.
 *
 *     const release = holdKeys()
 *     … the answer came and the cursor stands where it belongs …
 *     release()          // or release('drop') when the keys were meant for a field that did not come
 */
const LONGEST_MS = 5000
const MODIFIERS = new Set(['Shift', 'Control', 'Alt', 'Meta', 'CapsLock', 'Process', 'Dead', 'Unidentified'])

const queue: KeyboardEvent[] = []
/** How many waits there are now; a key that is typed again may begin another one. */
let waits = 0
let typing = false

function hold(event: KeyboardEvent): void {
  // Keys that are typed again from the queue are not trusted; an input method must never be interrupted.
  if ((waits === 0 && !typing) || !event.isTrusted || event.isComposing || MODIFIERS.has(event.key)) return
  event.preventDefault()
  event.stopImmediatePropagation()
  queue.push(event)
}
window.addEventListener('keydown', hold, true)

/** Long enough for the page to draw and for a field to select its text on taking the cursor; a hidden page draws nothing. */
const drawn = (): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, 60)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      setTimeout(resolve, 0)
    })
  })

function typeAgain(event: KeyboardEvent): void {
  const target = document.activeElement ?? document.body
  const { key, code, ctrlKey, altKey, shiftKey, metaKey } = event
  const goesOn = target.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, altKey, shiftKey, metaKey, bubbles: true, cancelable: true }))
  if (!goesOn || ctrlKey || altKey || metaKey) return
  // The one way to type into a field so that the browser, React and undo all see it.
  if (key.length === 1) document.execCommand('insertText', false, key)
  else if (key === 'Backspace') document.execCommand('delete')
}

/** Types what is held, until all is typed or a typed key begins another wait. */
async function typeHeld(): Promise<void> {
  if (typing) return
  typing = true
  await drawn()
  while (waits === 0) {
    const next = queue.shift()
    if (!next) break
    typeAgain(next)
    await drawn()
  }
  typing = false
}

export function holdKeys(): (end?: 'drop') => void {
  waits += 1
  let ended = false
  const release = (end?: 'drop'): void => {
    if (ended) return
    ended = true
    clearTimeout(timer)
    waits -= 1
    if (end === 'drop') queue.length = 0
    if (waits === 0) void typeHeld()
  }
  const timer = setTimeout(() => release('drop'), LONGEST_MS)
  return release
}
