/** `npm run package [-- --dir]`: builds the programs and makes the installers of this system. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { fetchElectron } from './electronDownload.ts'
import { electronFolder, root } from './electronRuntime.ts'
import { buildIfStale } from './freshBuild.ts'

const args = process.argv.slice(2)
/** The installers of other systems need the Electron of those, which electron-builder fetches itself. */
const elsewhere = args.some((argument) => /^(--(win|windows|mac|macos|linux|x64|arm64|ia32|armv7l|universal)|-[wml]+)$/.test(argument))
const failed = elsewhere ? null : await fetchElectron()
if (failed !== null) {
  console.error(`不能打包：没有 Electron 运行时（${failed}）；可设 ELECTRON_MIRROR 用镜像后再试。 Cannot package: the Electron runtime is missing; try again with ELECTRON_MIRROR.`)
  process.exit(1)
}
if (!buildIfStale()) process.exit(1)
const cli = path.join(root, 'node_modules/electron-builder/cli.js')
const folder = elsewhere ? null : electronFolder()
const env = { ...process.env, ...(folder === null ? {} : { ELECTRON_OVERRIDE_DIST_PATH: folder }) }
const { status } = spawnSync(process.execPath, [cli, ...args, '--publish', 'never'], { cwd: root, stdio: 'inherit', env })
process.exit(status ?? 1)
