/** On what a rate is based, in words for a letter or a sheet. */
import type { TermsStep } from './rules.ts'

type Language = 'zh-CN' | 'en'

/** Millionths as a percentage with two decimals, or as many as it has: 500 → 0.05%, 31 000 → 3.10%, 125 → 0.0125%. */
export const percentText = (millionths: number): string => `${(millionths / 10_000).toFixed(4).replace(/0{1,2}$/, '')}%`
/** A yearly rate in millionths as a rate a day, fine enough to work with: 39 000 → 0.010685%. */
export const dailyText = (millionths: number, daysInYear: number): string => `${(millionths / 10_000 / daysInYear).toFixed(6).replace(/0{1,4}$/, '')}%`
const times = (hundredths: number): string => (hundredths / 100).toFixed(2).replace(/\.?0+$/, '')

const WORDS: Record<Language, { daily: (rate: string) => string; lpr: (factor: string) => string; smallCreditor: string; from: (day: string) => string; between: string }> = {
  'zh-CN': {
    daily: (rate) => `约定日利率 ${rate}`,
    lpr: (factor) => `同期一年期 LPR 的 ${factor} 倍`,
    smallCreditor: '日利率万分之五（《保障中小企业款项支付条例》第十七条）',
    from: (day) => `自 ${day} 起`,
    between: '；',
  },
  en: {
    daily: (rate) => `the agreed daily rate of ${rate}`,
    lpr: (factor) => `${factor} times the one-year LPR of each day`,
    smallCreditor: '0.05% a day (Regulations on Payments to Small and Medium-sized Enterprises, art. 17)',
    from: (day) => `from ${day} on `,
    between: '; ',
  },
}

export const basisText = ({ basis, rate }: Pick<TermsStep, 'basis' | 'rate'>, language: Language): string => {
  const words = WORDS[language]
  return basis === 'daily' ? words.daily(percentText(rate)) : basis === 'lpr' ? words.lpr(times(rate)) : words.smallCreditor
}

/** One after the other, as they counted: 同期一年期 LPR 的 1.3 倍；自 2026-03-01 起约定日利率 0.05%. */
export const termsText = (steps: readonly TermsStep[], language: Language): string =>
  steps.map((step, index) => `${index === 0 ? '' : WORDS[language].from(step.from)}${basisText(step, language)}`).join(WORDS[language].between)
