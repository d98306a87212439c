/** `npm test`: installs what is missing, then lets the project's own Node run every check. */
import { installDependencies, ownNode, root, run } from './install.mjs'
import path from 'node:path'

installDependencies()
const bin = path.join(root, 'node_modules', '.bin')
const env = { ...process.env, PATH: `${bin}${path.delimiter}${process.env.PATH ?? ''}` }
process.exit(run(ownNode, [path.join(root, 'build', 'check.ts'), ...process.argv.slice(2)], { env }))
