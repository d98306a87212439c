/** `npm run layouts -- --seeds 5000 --from 1`: statements in thousands of random layouts, each line read as the truth. */
import { parseArgs } from 'node:util'
import { faultsOf } from '../support/readLayout.ts'

const { values } = parseArgs({ options: { seeds: { type: 'string', default: '2000' }, from: { type: 'string', default: '1' }, shown: { type: 'string', default: '10' } } })
const [from, count] = [Number(values.from), Number(values.seeds)]
let [failed, lines] = [0, 0]
for (let seed = from; seed < from + count; seed += 1) {
  const { faults, layout, lines: read } = faultsOf(seed)
  lines += read
  if (faults.length === 0) continue
  failed += 1
  if (failed <= Number(values.shown)) console.log(`seed ${seed}: ${layout.describe}\n  ${faults.join('\n  ')}`)
}
console.log(`${count - failed} of ${count} layouts read as the truth (seeds ${from} to ${from + count - 1}), ${lines} lines`)
process.exit(failed > 0 ? 1 : 0)
