/** `npm run package [-- --dir]`: builds the programs and makes the installers of this system. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { root } from './electronRuntime.ts'
import { buildIfStale } from './freshBuild.ts'

if (!buildIfStale()) process.exit(1)
const cli = path.join(root, 'node_modules/electron-builder/cli.js')
const { status } = spawnSync(process.execPath, [cli, ...process.argv.slice(2), '--publish', 'never'], { cwd: root, stdio: 'inherit' })
process.exit(status ?? 1)
