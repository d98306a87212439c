/** The examples of the interface in README run as they stand, on a demonstration ledger of today. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { findProgram, installCommand } from '../../build/debian.ts'
import { startHeadless, type HeadlessHost } from '../support/launch.ts'

/** Making the ledger takes seconds, on a busy machine many. */
vi.setConfig({ testTimeout: 120_000 })

const [chinese = '', english = ''] = readFileSync(path.join(import.meta.dirname, '../../README.md'), 'utf8').split('<a id="english"></a>')
const examples = (text: string): string[] => [...text.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map((match) => match[1] ?? '').filter((block) => block.includes('curl '))

let folder = ''
let host: HeadlessHost | null = null
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'huikuan-readme-'))
  host = await startHeadless(['--folder', folder], 'electron/headless.ts')
})
afterEach(async () => {
  await host?.stop()
  rmSync(folder, { recursive: true, force: true })
})

function run(script: string, token: string): Promise<{ code: number | null; out: string }> {
  const child = spawn('sh', ['-euc', script], { cwd: folder, env: { ...process.env, TOKEN: token }, stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => { out += chunk.toString('utf8') })
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })))
}

describe('the examples of README', () => {
  it.for([['in Chinese', chinese], ['in English', english]] as const)('open the demonstration ledger, record a receipt and import a file: %s', async ([, text], { skip, task }) => {
    if (findProgram('curl') === null || findProgram('sh') === null) {
      Object.assign(task.meta, { why: `没有 curl，请安装 No curl, install: ${installCommand(['curl'])}` })
      skip()
    }
    const blocks = examples(text)
    expect(blocks).toHaveLength(1)
    const script = (blocks[0] ?? '').replace('http://127.0.0.1:8765', host?.url ?? '')
    const { code, out } = await run(script, host?.token ?? '')
    expect([code, out]).toEqual([0, expect.stringContaining('"demo":true')])
    expect(out).toMatch(/"number":"SK-\d{6}-\d{4}","status":"posted"/)
    expect(out).toMatch(/"asOf":"\d{4}-\d\d-\d\d","basis":"due"/)
    expect(out).toContain('"created":1')
  })
})
