/** 8490 → 84.9 %: a ratio of ten-thousandths as people read it. */
export const percent = (basisPoints: number | null): string => (basisPoints === null ? '—' : `${(basisPoints / 100).toFixed(1)}%`)

/** A part of a whole in ten-thousandths, half up; of nothing there is no part. */
export const basisPoints = (part: number, whole: number): number | null => (whole > 0 ? Math.round((part * 10_000) / whole) : null)
