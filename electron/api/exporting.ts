/**
 * Papers as PDF files, file after file: what is in memory is one file's papers and its PDF, however many there are. A
 * file gets its name only when it is whole, and its papers count as printed only then.
 */
import { existsSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import AdmZip from 'adm-zip'
import { deliverables, type Deliverable } from '../../db/deliveries/documents.ts'
import { PAPERS_A_FILE, type ExportEvent, type ExportGrouping, type ExportInput } from '../../shared/deliveries/exportSchemas.ts'
import { cleanName, freeName, rangeName } from '../../shared/deliveries/fileNames.ts'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { groupBy } from '../../shared/groupBy.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { LetterLanguage } from '../../shared/templates/schemas.ts'
import type { Access, Context } from './context.ts'
import { withKind, type IssuedView } from './issuedPapers.ts'
import { noted, pdfOf, type PaperKind } from './papers.ts'

type Caller = Context & Access

const TITLES: Record<DeliveredPaper, Record<LetterLanguage, string>> = {
  letter: { 'zh-CN': '催款函', en: 'Letters' }, accountPaper: { 'zh-CN': '对账单与询证函', en: 'Statements' },
}

interface PlannedFile {
  name: string
  ids: number[]
}

const inLots = <T>(all: readonly T[]): T[][] => Array.from({ length: Math.ceil(all.length / PAPERS_A_FILE) }, (_, index) => all.slice(index * PAPERS_A_FILE, (index + 1) * PAPERS_A_FILE))

/** Which papers go into which file, in the order in which they were asked for. */
export function planFiles(documents: readonly Pick<Deliverable, 'id' | 'number' | 'customerId' | 'customerName'>[], grouping: ExportGrouping, title: string): PlannedFile[] {
  if (grouping === 'together') {
    return inLots(documents).map((lot, index) => {
      const first = index * PAPERS_A_FILE + 1
      return { name: rangeName(title, first, first + lot.length - 1, documents.length), ids: lot.map(({ id }) => id) }
    })
  }
  return [...groupBy(documents, (document) => document.customerId).values()].flatMap((all) => inLots(all).map((lot) => {
    const [first] = lot
    return { name: cleanName([first?.customerName, lot.length === 1 ? first?.number : title].join(' '), title), ids: lot.map(({ id }) => id) }
  }))
}

/** Refuses notFound for a paper that does not exist or is outside the scope. */
async function plan({ ledger, scope }: Access, { paper, documentIds, grouping, language }: ExportInput): Promise<PlannedFile[]> {
  const ids = [...new Set(documentIds)]
  const documents: Deliverable[] = []
  for (const lot of inLots(ids)) {
    const known = await ledger.read((reader) => deliverables(reader, paper, lot, scope))
    for (const id of lot) {
      const document = known.get(id)
      if (!document) throw new Refusal('notFound')
      documents.push(document)
    }
  }
  return planFiles(documents, grouping, TITLES[paper][language])
}

/** Prints one file and hands it to `keep`; its papers are noted as printed after that. */
async function makeFile<View extends IssuedView>(context: Caller, kind: PaperKind<View>, { ids }: PlannedFile, keep: (bytes: Uint8Array) => Promise<void> | void): Promise<void> {
  const documents = await context.ledger.read(async (reader) => {
    const found: View[] = []
    for (const id of ids) found.push(await kind.view(reader, id, context.scope))
    return found
  })
  // The foot of a page names its paper; where several are in one file there is none, for it would name a wrong one.
  await keep(await pdfOf(context, kind, documents, documents.length === 1 ? documents[0]?.number : undefined))
  await noted(context, kind, documents, 'pdf')
}

/** Asks for a folder and fills it. Refuses desktopOnly, notFound, pdfUnavailable, cannotWrite. */
export async function* exportToFolder(context: Caller, input: ExportInput, signal: AbortSignal | undefined): AsyncGenerator<ExportEvent, void> {
  const { options } = context.office
  if (options.printing !== 'native') throw new Refusal('desktopOnly')
  const files = await plan(context, input)
  const folder = await options.effects.chooseFile({ purpose: 'exportFolder' })
  const total = files.reduce((sum, { ids }) => sum + ids.length, 0)
  const written = { files: 0, papers: 0 }
  for (const file of folder === null ? [] : files) {
    if (signal?.aborted) return
    yield { type: 'progress', done: written.papers, total, file: file.name }
    await withKind(input.paper, (kind) => makeFile(context, kind, file, (bytes) => writeWhole(folder ?? '', file.name, bytes)))
    written.files += 1
    written.papers += file.ids.length
  }
  yield { type: 'done', folder, ...written }
}

/** Written beside and renamed, so that a program that is ended leaves no half of a file under its name. */
async function writeWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const target = path.join(folder, freeName(name, '.pdf', (file) => existsSync(path.join(folder, file))))
  const part = `${target}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, target)
  } catch (error) {
    await rm(part, { force: true })
    throw new Refusal('cannotWrite', { params: { why: error instanceof Error ? error.message : String(error) } })
  }
}

/** The same files in one archive, for a browser. Refuses notFound, pdfUnavailable. */
export async function exportToZip(context: Caller, input: ExportInput, signal: AbortSignal | undefined): Promise<File> {
  const zip = new AdmZip()
  const taken = new Set<string>()
  for (const file of await plan(context, input)) {
    signal?.throwIfAborted()
    const name = freeName(file.name, '.pdf', (candidate) => taken.has(candidate.toLowerCase()))
    taken.add(name.toLowerCase())
    await withKind(input.paper, (kind) => makeFile(context, kind, file, (bytes) => {
      zip.addFile(name, Buffer.from(bytes))
    }))
  }
  return new File([new Uint8Array(zip.toBuffer())], `${TITLES[input.paper][input.language]}.zip`, { type: 'application/zip' })
}
