/**
 * Every npm script goes through here: `node build/own.mjs FILE [ARGUMENTS]` installs what is missing and then lets the
 * project's own Node run the file. Plain JavaScript that old versions can read, because the Node of the machine may be one.
 * Nothing is written to the standard output, which belongs to the file.
 */
import { spawn } from 'node:child_process'
import path from 'node:path'
import { ownNode, prepare, root } from './install.mjs'

prepare()
const node = ownNode()
const [file = '', ...args] = process.argv.slice(2)
const env = { ...process.env, PATH: [path.dirname(node), path.join(root, 'node_modules', '.bin'), process.env.PATH].join(path.delimiter) }
// The scripts build and test for themselves; a machine that is set up for production would leave half of that out.
delete env.NODE_ENV

const child = spawn(node, [file, ...args], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('error', (error) => {
  console.error(`${node}: ${error.message}`)
  process.exit(1)
})
child.on('exit', (code) => process.exit(code ?? 1))
