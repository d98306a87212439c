/** What all papers that are issued once and printed often have in common: letters, receipt vouchers. */
import type { Reader } from '../../db/reader.ts'
import type { Writer } from '../../db/writer.ts'
import { withPageFoot, type PrintWay } from '../../shared/paper.ts'
import type { Access, Context } from './context.ts'

interface Issued {
  id: number
  number: string
  prints: number
}

export interface PaperKind<View extends Issued> {
  /** Names the noting of prints in the journal. */
  procedure: string
  view: (reader: Reader, id: number, scope: number | null) => Promise<View>
  /** Notes a print and says whether it is a reprint. */
  note: (tx: Writer, id: number, how: PrintWay) => Promise<boolean>
  html: (papers: readonly { document: View; reprint: boolean }[]) => string
}

/** The paper as it would print now. */
export const paperHtml = <View extends Issued>({ ledger, scope }: Access, kind: PaperKind<View>, id: number): Promise<string> => ledger.read(async (reader) => {
  const document = await kind.view(reader, id, scope)
  return kind.html([{ document, reprint: document.prints > 0 }])
})

/** Documents as one PDF, which counts as no print yet. `footer` stands under each page beside its number. Refuses pdfUnavailable. */
export const pdfOf = <View extends Issued>({ office }: Context, kind: PaperKind<View>, documents: readonly View[], footer?: string): Promise<Uint8Array> =>
  office.options.effects.printPdf(kind.html(documents.map((document) => ({ document, reprint: document.prints > 0 }))), footer === undefined ? {} : { footer })

export async function paperPdf<View extends Issued>(context: Context & Access, kind: PaperKind<View>, id: number, options: { footer: boolean }): Promise<File> {
  const document = await context.ledger.read((reader) => kind.view(reader, id, context.scope))
  // Printed first: a print that fails must not count as one.
  const bytes = await pdfOf(context, kind, [document], options.footer ? document.number : undefined)
  await noted(context, kind, [document], 'pdf')
  return new File([new Uint8Array(bytes)], `${document.number}.pdf`, { type: 'application/pdf' })
}

export async function printPapers<View extends Issued>(context: Context & Access, kind: PaperKind<View>, ids: readonly number[], options: { footer: boolean } = { footer: false }): Promise<{ html: string; native: boolean }> {
  const documents = await context.ledger.read(async (reader) => {
    const found: View[] = []
    for (const id of ids) found.push(await kind.view(reader, id, context.scope))
    return found
  })
  const reprints = await noted(context, kind, documents, 'print')
  const papers = kind.html(documents.map((document, index) => ({ document, reprint: reprints[index] ?? true })))
  const html = options.footer ? withPageFoot(papers, documents.map((document) => document.number)) : papers
  const native = context.office.options.printing === 'native'
  if (native) await context.office.options.effects.print(html)
  return { html, native }
}

/** Each time a paper goes out it is noted, in the same order for a batch; from the second time on it is a reprint. */
export const noted = <View extends Issued>({ ledger, user }: Access, kind: PaperKind<View>, documents: readonly View[], how: PrintWay): Promise<boolean[]> =>
  ledger.write({ by: user, procedure: kind.procedure }, async (tx) => {
    const marks: boolean[] = []
    for (const document of documents) marks.push(await kind.note(tx, document.id, how))
    return marks
  })
