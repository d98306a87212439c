/**
 * `npm run clerk -- --receipts 100`: enters so many receipts by keyboard alone in real Electron and says how long each took
 * from the key to the cursor in the next empty row. Without Electron it goes by the browser.
 */
import { parseArgs } from 'node:util'
import { installBrowser } from '../../build/browser.ts'
import { displayProblem } from '../../build/display.ts'
import { fetchElectron } from '../../build/electronDownload.ts'
import { electronExecutable } from '../../build/electronRuntime.ts'
import { buildIfStale } from '../../build/freshBuild.ts'
import { bin, execute, NotRun } from '../../build/runStep.ts'

const { values } = parseArgs({ options: { receipts: { type: 'string', default: '100' } } })
if (!buildIfStale()) process.exit(1)
await fetchElectron()
const electron = electronExecutable() !== null
const executable = electron ? null : browserHere()
const line = [
  ...(electron && (await displayProblem()) !== null ? ['xvfb-run', '-a', '-s', '-screen 0 1600x1000x24'] : []),
  bin('playwright'), 'test', '-c', 'build/playwright.config.ts', `--project=${electron ? 'electron' : 'chromium'}`, 'clerkSpeed.spec.ts',
]
process.exit(await execute(line[0] ?? '', line.slice(1), { HUIKUAN_CLERK_RECEIPTS: values.receipts, ...(executable === null ? {} : { HUIKUAN_CHROMIUM: executable }) }))

function browserHere(): string {
  try {
    return installBrowser()
  } catch (error) {
    if (!(error instanceof NotRun)) throw error
    console.error(error.message)
    return process.exit(1)
  }
}
