/** Long lists of values are asked for in pieces, because a query takes only so many parameters. */
const SOME = 800

export async function inPieces<Value, Row>(values: readonly Value[], load: (some: Value[]) => Promise<Row[]>): Promise<Row[]> {
  const rows: Row[] = []
  for (let start = 0; start < values.length; start += SOME) rows.push(...(await load(values.slice(start, start + SOME))))
  return rows
}
