/** The cells of an entry sheet, in the order in which Enter visits them. */

const CELLS = 'input:not([tabindex="-1"]):not(:disabled), select:not(:disabled)'

export const cellsOf = (container: HTMLElement | null): HTMLElement[] => [...(container?.querySelectorAll<HTMLElement>(CELLS) ?? [])]

/**
 * A lookup that is still open shows another customer than the one that would be posted; a cell whose text could not be
 * read still holds its value from before. Neither may be posted.
 */
export const openLookup = (container: HTMLElement | null): HTMLElement | null =>
  container?.querySelector<HTMLElement>('[role="combobox"][aria-expanded="true"]') ?? null
export const unreadCell = (container: HTMLElement | null): HTMLElement | null => container?.querySelector<HTMLElement>('[data-unread="true"]') ?? null
