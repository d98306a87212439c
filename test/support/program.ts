/** The end-to-end tests' `program`: the product running in the host of the Playwright project, checked when the test ends. */
import { expect, test as base } from '@playwright/test'
import { launchChromium, launchElectron, type LaunchOptions, type Program } from './launch.ts'
import { packagedExecutable } from './packaged.ts'

export type Host = 'chromium' | 'electron' | 'packaged'

export interface Fixtures {
  host: Host
  /** Starts a program; the test may start several. Each is closed at the end, and its policy must have blocked nothing. */
  launch: (options?: LaunchOptions) => Promise<Program>
  /** One program with the first-run page. */
  program: Program
}

export const test = base.extend<Fixtures>({
  host: async ({}, use, info) => {
    await use((info.project.metadata as { host: Host }).host)
  },
  launch: async ({ host }, use, info) => {
    const running: Program[] = []
    await use(async (options = {}) => {
      const program = host === 'chromium' ? await launchChromium(options)
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
