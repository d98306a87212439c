/** The worker that reads a file: it gets the bytes, answers with the table or the problem, and can be ended at any moment. */
import { parentPort, workerData } from 'node:worker_threads'
import { readUploaded } from './readUploaded.ts'

const { bytes, password } = workerData as { bytes: Uint8Array; password?: string }
void readUploaded(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), password).then((reading) => parentPort?.postMessage(reading))
