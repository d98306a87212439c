/** A file that was handed over with a call, as a table or as the problem that it is. */
import { fileHash, type ImportFile } from '../../db/sheets/file.ts'
import type { FileProblem } from '../../shared/sheets/table.ts'
import { readFile } from './reader.ts'

export async function readUpload(file: File, password: string | undefined, signal: AbortSignal | undefined): Promise<ImportFile | { problem: FileProblem }> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const hash = fileHash(bytes)
  const reading = await readFile(bytes, { password, signal })
  return 'problem' in reading ? reading : { name: file.name, hash, table: reading.table }
}
