/** The effects of a host without windows: it prints PDF by a Chromium of the machine and has no dialogs. */
import type { Effects } from '../effects.ts'
import { printPdf } from './chromium.ts'

export const localEffects: Effects = {
  printPdf,
  print: () => Promise.resolve(false),
  chooseFile: () => Promise.resolve(null),
  claimLedger: () => Promise.resolve(true),
  ledgerChanged: () => Promise.resolve(),
}
