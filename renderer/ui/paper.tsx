/**
 * Shows and prints a page of paper that the backend made as an HTML document.
 *
 *     <PaperFrame html={html} title={t('…')} />
 *     printInBrowser(html)      // where the host has no print dialog of its own
 *
 * The document stands in a sandboxed frame without scripts. It inherits the page's content security policy, so its one
 * style element is given the page's nonce; the paper itself is not changed.
 */
import { useLayoutEffect, useRef, useState } from 'react'
import { cspNonce } from '../csp.ts'

/** A4 on screen at 96 dots an inch, with the grey ground around it. */
const SHEET_WIDTH = 826
const PRINT_LASTS_MS = 60_000

const admitted = (html: string): string => (cspNonce ? html.replace('<style>', `<style nonce="${cspNonce}">`) : html)

export function PaperFrame({ html, title, zoom = 1 }: { html: string; title: string; zoom?: number }) {
  const box = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState({ width: 0, height: 0 })

  useLayoutEffect(() => {
    if (!box.current) return undefined
    const observer = new ResizeObserver(([entry]) => {
      if (entry) setSize({ width: entry.contentRect.width, height: entry.contentRect.height })
    })
    observer.observe(box.current)
    return () => observer.disconnect()
  }, [])

  // The whole width of the sheet is seen however narrow the pane is; a wide pane does not blow it up.
  const scale = Math.min(1.15, (size.width || SHEET_WIDTH) / SHEET_WIDTH) * zoom
  return (
    <div ref={box} className="paper-frame">
      <iframe
        title={title}
        sandbox="allow-same-origin"
        srcDoc={admitted(html)}
        style={{ width: size.width / scale, height: size.height / scale, transform: `scale(${scale})` }}
      />
    </div>
  )
}

/** Opens the browser's print dialog for a document; the frame goes when the dialog has closed. */
export function printInBrowser(html: string): void {
  const frame = document.createElement('iframe')
  frame.className = 'print-frame'
  // The print dialog counts as a modal window of the frame.
  frame.setAttribute('sandbox', 'allow-same-origin allow-modals')
  frame.setAttribute('aria-hidden', 'true')
  frame.srcdoc = admitted(html)
  frame.addEventListener('load', () => {
    const inside = frame.contentWindow
    if (!inside) return
    inside.addEventListener('afterprint', () => setTimeout(() => frame.remove(), 0))
    setTimeout(() => frame.remove(), PRINT_LASTS_MS)
    // Without giving the frame the cursor: it would be nowhere once the frame is gone.
    inside.print()
  })
  document.body.append(frame)
}
