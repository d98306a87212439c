/** The end-to-end tests' `program`: the product running in the host of the Playwright project, checked when the test ends. */
import { expect, test as base, type Browser } from '@playwright/test'
import { launchChromium, launchElectron, openBrowser, type LaunchOptions, type Program } from './launch.ts'
import { packagedExecutable } from './packaged.ts'

export type Host = 'chromium' | 'electron' | 'packaged'

export interface Fixtures {
  host: Host
  /** Starts a program; the test may start several. Each is closed at the end, and its policy must have blocked nothing. */
  launch: (options?: LaunchOptions) => Promise<Program>
  /** One program with the first-run page. */
  program: Program
}

interface Shared {
  /** One browser for all programs of a worker, opened by the first. */
  chrome: () => Promise<Browser>
}

export const test = base.extend<Fixtures, Shared>({
  chrome: [async ({}, use) => {
    const opened: Promise<Browser>[] = []
    await use(() => {
      if (opened.length === 0) opened.push(openBrowser())
      return opened[0]!
    })
    for (const browser of opened) await (await browser).close()
  }, { scope: 'worker' }],
  host: async ({}, use, info) => {
    await use((info.project.metadata as { host: Host }).host)
  },
  launch: async ({ host, chrome }, use, info) => {
    const running: Program[] = []
    await use(async (options = {}) => {
      const program = host === 'chromium' ? await launchChromium(await chrome(), options)
        : await launchElectron(host === 'packaged' ? { ...options, executable: packagedExecutable() } : options)
      running.push(program)
      return program
    })
    for (const program of running) {
      if (info.status !== info.expectedStatus) await program.page.screenshot({ path: info.outputPath('failed.png') }).catch(() => undefined)
      await program.close()
      expect(program.violations, 'what the content security policy blocked').toEqual([])
      expect(program.errors, 'errors of the page').toEqual([])
    }
  },
  program: async ({ launch }, use) => {
    await use(await launch())
  },
})

export { expect }
