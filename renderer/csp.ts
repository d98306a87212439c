/**
 * The nonce under which the page's content security policy admits styles. The host writes it into the page; without a
 * host (a plain development server) there is none, and styles need none.
 */
export const cspNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined

/**
 * antd inserts two styles of its own (scroll lock, scroll bar size) without a nonce; the policy would block them and
 * report a violation each time. Giving every created style element the nonce keeps the policy strict and quiet.
 */
export function admitCreatedStyles(): void {
  const nonce = cspNonce
  if (!nonce) return
  const create = document.createElement.bind(document)
  const createWithNonce = (name: string, options?: ElementCreationOptions): HTMLElement => {
    const element = create(name, options)
    if (name.toLowerCase() === 'style') element.nonce = nonce
    return element
  }
  Object.defineProperty(document, 'createElement', { value: createWithNonce, configurable: true, writable: true })
}
