/**
 * Where the cursor comes to when a page comes to the front, so that the keyboard goes on where the eye is. Nothing is
 * taken from a person who has already put it somewhere.
 */

const STOPS = 'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), button:not([disabled]), [tabindex="0"]'

/** True when the cursor stands nowhere, or in the search that has just opened the page. */
export function cursorIsFree(): boolean {
  const at = document.activeElement
  return at === null || at === document.body || at.closest('.palette') !== null
}

/** True while the search over everything is on screen. */
export const searchIsOpen = (): boolean => [...document.querySelectorAll<HTMLElement>('.palette')].some((box) => box.offsetParent !== null)

/** The first thing in a page that the keyboard can reach: where the page says that work begins, else in its content, else in its toolbar. */
export function firstStop(page: HTMLElement): HTMLElement | undefined {
  const places = [page.querySelector('[data-begin]'), page.querySelector('.page-content'), page]
  return places.flatMap((place) => [...(place?.querySelectorAll<HTMLElement>(STOPS) ?? [])]).find((stop) => stop.tabIndex >= 0 && stop.offsetParent !== null)
}
