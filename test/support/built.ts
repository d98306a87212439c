/** Before the end-to-end tests: they run what is built, so that must be what the sources say. */
import { buildIfStale } from '../../build/freshBuild.ts'

export default function build(): void {
  if (!buildIfStale()) throw new Error('The program cannot be built')
}
