import { api } from '../api.ts'

/** How the paper of a 利息单 is printed and saved; its prints are not counted, since its receivable is the document. */
export const PAPER = { print: api.interest.printNotes, pdf: api.interest.notePdf }
