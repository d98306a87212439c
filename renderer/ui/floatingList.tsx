/** The list under a lookup: drawn above everything at the field's place, so that no grid or drawer cuts it off. */
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'

export interface FloatingListProps<Item> {
  id: string
  anchor: RefObject<HTMLElement | null>
  open: boolean
  items: readonly Item[]
  marked: number
  keyOf: (item: Item) => string | number
  onPick: (item: Item) => void
  empty: ReactNode
  children: (item: Item) => ReactNode
}

const HEIGHT = 280
/** After these the field may stand elsewhere. */
const MOVED = ['scroll', 'resize'] as const

export function FloatingList<Item>({ id, anchor, open, items, marked, keyOf, onPick, empty, children }: FloatingListProps<Item>) {
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number | undefined; bottom: number | undefined; width: number } | null>(null)

  useLayoutEffect(() => {
    if (!open) {
      setPlace(null)
      return undefined
    }
    const settle = (): void => {
      const box = anchor.current?.getBoundingClientRect()
      if (!box) return
      const above = box.bottom + HEIGHT > window.innerHeight && box.top > HEIGHT
      setPlace({
        left: Math.min(box.left, window.innerWidth - Math.max(box.width, 380) - 8),
        top: above ? undefined : box.bottom + 2,
        bottom: above ? window.innerHeight - box.top + 2 : undefined,
        width: Math.max(box.width, 380),
      })
    }
    settle()
    // Whoever scrolls sees the list stay at its field.
    for (const moved of MOVED) window.addEventListener(moved, settle, true)
    return () => {
      for (const moved of MOVED) window.removeEventListener(moved, settle, true)
    }
  }, [open, anchor])

  useLayoutEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [marked, items])

  if (!open || !place) return null
  return createPortal(
    <div ref={list} id={id} role="listbox" className="floating-list" style={{ ...place, maxHeight: HEIGHT }}>
      {items.map((item, index) => (
        <div
          key={keyOf(item)}
          role="option"
          aria-selected={index === marked}
          className="floating-item"
          // The field must keep the focus, or leaving it would close the list before the click arrives.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(item)}
        >
          {children(item)}
        </div>
      ))}
      {items.length === 0 && <div className="floating-empty">{empty}</div>}
    </div>,
    document.body,
  )
}
