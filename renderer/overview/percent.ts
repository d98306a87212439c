/** 8490 → 84.9 %: a ratio of ten-thousandths as people read it. */
export const percent = (basisPoints: number): string => `${(basisPoints / 100).toFixed(1)}%`

/** A part of a whole in ten-thousandths, half up; 0 when there is no whole. */
export const basisPoints = (part: number, whole: number): number => (whole > 0 ? Math.round((part * 10_000) / whole) : 0)
