/** The worker that reads a file: it gets the bytes, answers with the table or the problem, and can be ended at any moment. */
import { parentPort, workerData } from 'node:worker_threads'
import { readTable } from './readTable.ts'

const { bytes } = workerData as { bytes: Uint8Array }
parentPort?.postMessage(readTable(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)))
