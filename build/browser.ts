/** The Chromium that the end-to-end tests use. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { CHINESE_FONTS, findProgram, hasChineseFont, installCommand, installPackages, missingPackages } from './debian.ts'
import { root } from './electronRuntime.ts'
import { NotRun } from './runStep.ts'

/** The executable of a browser of this machine, or null. */
export function findBrowser(): string | null {
  const system = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map((name) => findProgram(name))
  return [process.env['CHROME_PATH'] ?? '', ...system, chromium.executablePath()].find((file) => file && existsSync(file)) ?? null
}

const starts = (executable: string): boolean => spawnSync(executable, ['--version'], { timeout: 60_000 }).status === 0

/**
 * A browser that starts, installed where there is none and this may be done, with what its pages and papers need.
 * Throws NotRun with what to install; `tests` is how many tests that leaves out.
 */
export function installBrowser(tests: () => number = () => 1): string {
  const poppler = findProgram('pdftotext') === null ? ['poppler-utils'] : []
  const fonts = findProgram('fc-list') === null || !hasChineseFont() ? ['fontconfig', CHINESE_FONTS] : []
  installPackages([...(findBrowser() === null ? ['chromium'] : []), ...poppler, ...fonts])
  if (findBrowser() === null && process.platform !== 'linux') {
    spawnSync(process.execPath, [path.join(root, 'node_modules/@playwright/test/cli.js'), 'install', 'chromium'], { cwd: root, stdio: ['ignore', 2, 2] })
  }
  const found = findBrowser()
  if (found === null) throw new NotRun(`没有 Chromium，请安装 No Chromium, install: ${process.platform === 'linux' ? installCommand(['chromium', CHINESE_FONTS, 'poppler-utils']) : 'npx playwright install chromium'}`, tests())
  if (!starts(found)) installPackages(missingPackages(found))
  if (!starts(found)) throw new NotRun(`${found} 不能启动，请安装 does not start, install: ${installCommand(missingPackages(found))}`, tests())
  if (!hasChineseFont()) console.error(`没有中文字体 There is no Chinese font: ${installCommand([CHINESE_FONTS])}`)
  return found
}
