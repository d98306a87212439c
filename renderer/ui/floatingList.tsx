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

export function FloatingList<Item>({ id, anchor, open, items, marked, keyOf, onPick, empty, children }: FloatingListProps<Item>) {
  const list = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<{ left: number; top: number | undefined; bottom: number | undefined; width: number } | null>(null)

  useLayoutEffect(() => {
    const box = open ? anchor.current?.getBoundingClientRect() : undefined
    if (!box) return setPlace(null)
    const above = box.bottom + HEIGHT > window.innerHeight && box.top > HEIGHT
    return setPlace({
      left: Math.min(box.left, window.innerWidth - Math.max(box.width, 380) - 8),
      top: above ? undefined : box.bottom + 2,
      bottom: above ? window.innerHeight - box.top + 2 : undefined,
      width: Math.max(box.width, 380),
    })
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
