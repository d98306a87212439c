/** Builds the programs when a source is newer than what was built last. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { root } from './electronRuntime.ts'

const SOURCES = ['shared', 'db', 'electron', 'renderer', 'build/icons', 'vite.config.ts', 'package.json', 'package-lock.json']
const PROGRAMS = ['main.cjs', 'preload.cjs', 'backend.cjs', 'headless.mjs', 'renderer/index.html']

function newest(file: string): number {
  const info = statSync(file)
  if (!info.isDirectory()) return info.mtimeMs
  return Math.max(info.mtimeMs, ...readdirSync(file).map((name) => newest(path.join(file, name))))
}

export function isBuilt(): boolean {
  const programs = PROGRAMS.map((name) => path.join(root, 'build/out', name))
  if (!programs.every((file) => existsSync(file))) return false
  const oldest = Math.min(...programs.map((file) => statSync(file).mtimeMs))
  return SOURCES.every((name) => newest(path.join(root, name)) <= oldest)
}

/** True when the programs are there and up to date afterwards. */
export function buildIfStale(): boolean {
  if (isBuilt()) return true
  console.error('正在构建… Building')
  const vite = path.join(root, 'node_modules/vite/bin/vite.js')
  return spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], { cwd: root, stdio: ['ignore', 2, 2] }).status === 0
}
