/** From starting the process to the first page of receipts: over HTTP, and as rows in a window. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { electronExecutable, hasDisplay, root } from '../../build/electronRuntime.ts'
import { Shell } from '../e2e/pages/shell.ts'
import { launchElectron, startHeadless } from '../support/launch.ts'
import { measureOf, timed, type Measure } from './measure.ts'

export async function measureStart(file: string, runs: number): Promise<Measure> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    let host: Awaited<ReturnType<typeof startHeadless>> | undefined
    times.push(await timed(async () => {
      host = await startHeadless(['--ledger', file], 'electron/headless.ts')
      const answer = await fetch(`${host.url}/api/v1/receipts?limit=100`, { headers: { authorization: `Bearer ${host.token}` } })
      const { rows } = (await answer.json()) as { rows: unknown[] }
      if (!answer.ok || rows.length === 0) throw new Error(`The receipts answered ${answer.status} with ${rows.length} rows`)
    }))
    await host?.stop()
  }
  return measureOf('start until the first page of receipts', times, null)
}

/** Null where there is no window to open: no display, no Electron, or nothing built. */
export async function measureWindow(file: string, runs: number): Promise<Measure | null> {
  if (!hasDisplay() || electronExecutable() === null || !existsSync(path.join(root, 'build/out/main.cjs'))) return null
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    let program: Awaited<ReturnType<typeof launchElectron>> | undefined
    times.push(await timed(async () => {
      program = await launchElectron({ ledger: file })
      await program.page.locator('.flow').waitFor()
      const shell = new Shell(program.page)
      await shell.open('收款单')
      await shell.cell(0, 'number').waitFor()
    }))
    await program?.close()
  }
  return measureOf('start until receipts stand in the window', times, null)
}
