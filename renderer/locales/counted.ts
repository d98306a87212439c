/**
 * How many of something, in languages that tell one from several: `{{count, counted(one: row; other: rows)}}` is 1 row and
 * 2 rows. One key serves both, so that Chinese, which tells no difference, has the same keys.
 */
export function counted(count: unknown, _language: string | undefined, words: { one?: string; other?: string }): string {
  return `${String(count)} ${(String(count) === '1' ? words.one : words.other) ?? ''}`
}
