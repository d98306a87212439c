/** Electron's older Node keeps the class File in a module; uploads and downloads need it where the web has it. */
import { File } from 'node:buffer'

// The cast is needed because the declared Node already has the global, so the two class types differ by name.
globalThis.File ??= File as unknown as typeof globalThis.File
