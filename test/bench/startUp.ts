/** From starting the process to the first page of receipts over HTTP. */
import { startHeadless } from '../support/launch.ts'
import { measureOf, timed, type Measure } from './measure.ts'

export async function measureStart(file: string, runs: number): Promise<Measure> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) {
    let host: Awaited<ReturnType<typeof startHeadless>> | undefined
    times.push(await timed(async () => {
      host = await startHeadless(['--ledger', file])
      const answer = await fetch(`${host.url}/api/v1/receipts?limit=100`, { headers: { authorization: `Bearer ${host.token}` } })
      const { rows } = (await answer.json()) as { rows: unknown[] }
      if (!answer.ok || rows.length === 0) throw new Error(`The receipts answered ${answer.status} with ${rows.length} rows`)
    }))
    await host?.stop()
  }
  return measureOf('start until the first page of receipts', times, null)
}
