/** `npm start`: installs what is missing, then lets the project's own Node build and open the program. */
import { installDependencies, ownNode, root, run } from './install.mjs'
import path from 'node:path'

installDependencies()
process.exit(run(ownNode, [path.join(root, 'build', 'start.ts'), ...process.argv.slice(2)]))
