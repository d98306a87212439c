/**
 * What the backend asks of its host because it cannot or must not do it itself: paper, dialogs, the window's title.
 * The desktop answers through Electron's main process, the headless host with what the machine has.
 */
export interface PdfOptions {
  landscape?: boolean | undefined
  /** Printed small and centred under each page beside the page number; plain text. Without it the page has no foot. */
  footer?: string | undefined
}

export interface FileQuestion {
  /** exportFolder asks for a folder, the others for a file. */
  purpose: 'openLedger' | 'createLedger' | 'backup' | 'exportFolder'
  /** A file name without a folder, or a full path. */
  suggested?: string | undefined
}

export interface Effects {
  /** Prints a whole HTML document, scripts off, to PDF. Refuses `pdfUnavailable` where nothing can print. */
  printPdf(html: string, options?: PdfOptions): Promise<Uint8Array>
  /** Opens the system's print dialog; false when the person cancels or the host has none. */
  print(html: string, options?: PdfOptions): Promise<boolean>
  /** Asks the person for a file by a native dialog; null when cancelled or when the host has none. */
  chooseFile(question: FileQuestion): Promise<string | null>
  /** Asked before a ledger is opened; false when another window has it, which then comes to the front. */
  claimLedger(location: string): Promise<boolean>
  /** Tells the host which ledger is open now, so that it is found again at the next start; null when none is. */
  ledgerChanged(ledger: { location: string; company: string } | null): Promise<void>
}

/** The names of all effects: what the desktop's two processes may say to each other. */
export const EFFECT_NAMES = ['printPdf', 'print', 'chooseFile', 'claimLedger', 'ledgerChanged'] as const satisfies readonly (keyof Effects)[]
export type EffectName = (typeof EFFECT_NAMES)[number]
