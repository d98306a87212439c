/** The npm package of Electron comes without its program; here it is fetched, with its progress on the screen. */
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { downloadArtifact } from '@electron/get'
import { electronFolder, electronPackage, root } from './electronRuntime.ts'

/** A slow line is waited for as long as something comes; one that brings nothing is given up. */
const STALLED_MS = 60_000
const MEGABYTE = 1_000_000

/** What has come, and of how much; null where the server does not say. */
interface Progress {
  transferred: number
  total: number | null
}

let failure: string | null = null

const readJson = (name: string): unknown => JSON.parse(readFileSync(path.join(electronPackage, name), 'utf8'))

/**
 * Null when Electron is there afterwards, else why not. A run asks once; the next one asks again.
 */
export async function fetchElectron(): Promise<string | null> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (electronFolder() !== null) return null
  if (override !== undefined) return `ELECTRON_OVERRIDE_DIST_PATH=${override} 里没有 Electron has no Electron in it`
  failure ??= await download()
  return failure
}

async function download(): Promise<string | null> {
  const { version } = readJson('package.json') as { version: string }
  console.error(`正在下载 Electron ${version}（约 110 MB，只需一次；也可设 ELECTRON_MIRROR 用镜像） Downloading Electron, about 110 MB, once (ELECTRON_MIRROR names a mirror)`)
  const stop = new AbortController()
  const watch = setTimeout(() => stop.abort(new Error('60 秒没有收到数据 nothing came for 60 seconds')), STALLED_MS)
  const show = progressLine()
  try {
    await downloadArtifact({
      version, artifactName: 'electron', platform: process.platform, arch: process.arch, checksums: readJson('checksums.json') as Record<string, string>,
      downloadOptions: {
        quiet: true,
        signal: stop.signal,
        getProgressCallback: ({ transferred, total }: Progress) => {
          watch.refresh()
          show(transferred, total)
          return Promise.resolve()
        },
      },
    })
  } catch (error) {
    return reasonOf(error)
  } finally {
    clearTimeout(watch)
  }
  // Electron's own installer finds what was just downloaded and unpacks it.
  const unpacked = spawnSync(process.execPath, [path.join(electronPackage, 'install.js')], { cwd: root, encoding: 'utf8' })
  if (unpacked.status !== 0) return unpacked.stderr.trim().split('\n')[0] ?? 'install.js'
  return electronFolder() === null ? 'install.js' : null
}

/** On a terminal one line that grows, in a file a line every tenth. */
function progressLine(): (transferred: number, total: number | null) => void {
  let last = -1
  return (transferred, total) => {
    const whole = total ?? 110 * MEGABYTE
    const percent = Math.min(100, Math.floor((transferred / whole) * 100))
    const step = process.stderr.isTTY ? percent : percent - (percent % 10)
    if (step === last) return
    last = step
    const text = `  Electron ${(transferred / MEGABYTE).toFixed(0)} / ${(whole / MEGABYTE).toFixed(0)} MB  ${percent} %`
    process.stderr.write(process.stderr.isTTY ? `\r${text}${percent === 100 ? '\n' : ''}` : `${text}\n`)
  }
}

/** The innermost reason in one line: `fetch failed` says nothing, its cause does. */
function reasonOf(error: unknown): string {
  let inner = error
  while (inner instanceof Error && inner.cause instanceof Error) inner = inner.cause
  if (inner instanceof AggregateError && inner.errors[0] instanceof Error) inner = inner.errors[0]
  return (inner instanceof Error ? inner.message : String(inner)).split('\n')[0] ?? ''
}
