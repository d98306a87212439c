/** Where electron-builder puts the unpacked program on this system. */
import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { root } from '../../build/electronRuntime.ts'

export function packagedExecutable(): string {
  const folder = path.join(root, 'build/dist')
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('-unpacked') || name.startsWith('mac')) : []
  const candidates = names.flatMap((name) => ['huikuan', 'huikuan.exe', '回款管家.exe', '回款管家.app/Contents/MacOS/回款管家'].map((file) => path.join(folder, name, file)))
  const found = candidates.find((file) => existsSync(file))
  if (found === undefined) throw new Error('The program is not packaged: npm run package -- --dir')
  return found
}
