/**
 * What a page knows about the tab it stands in.
 *
 *     const { params, active, close, setTitle, setDirty } = usePage('customer')
 *
 * `active` is true while the tab is in front; shortcuts are bound only then. A dirty tab asks before it closes.
 */
import { createContext, useContext, useEffect } from 'react'
import type { PageKey, PageParams } from '../navigation.ts'

export interface PageContextValue {
  id: string
  key: PageKey
  params: object
  active: boolean
  close: () => void
  setTitle: (title: string) => void
  setDirty: (dirty: boolean) => void
}

export const PageContext = createContext<PageContextValue | null>(null)

export interface Page<Params> extends Omit<PageContextValue, 'params'> {
  params: Params
}

/** The tab of the page; the key names the page, which types its params. */
export function usePage<Key extends PageKey>(key: Key): Page<PageParams[Key]> {
  const context = useContext(PageContext)
  if (!context || context.key !== key) throw new Error(`usePage('${key}') is used outside that page`)
  return context as Page<PageParams[Key]>
}

/** True when there is no tab (a dialog, the first run) or the tab is in front. */
export const usePageActive = (): boolean => useContext(PageContext)?.active ?? true

/** Names the tab after the document in it. */
export function usePageTitle(title: string | undefined): void {
  const context = useContext(PageContext)
  const id = context?.id
  useEffect(() => {
    if (title) context?.setTitle(title)
  }, [title, id])
}
