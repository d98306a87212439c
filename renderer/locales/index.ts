/**
 * The languages of the program. Chinese is written first and gives the keys; English must have the same ones, so the
 * compiler names what is missing. A slice adds one file to each language and one line to each index.
 */
import i18next from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { LANGUAGES, type Language, type LanguageMessage } from '../../shared/host.ts'
import { counted } from './counted.ts'
import { zhCN } from './zh-CN/index.ts'
import { en } from './en/index.ts'

export { LANGUAGES, type Language } from '../../shared/host.ts'
export const LANGUAGE_NAMES: Record<Language, string> = { 'zh-CN': '中文', en: 'English' }
export type Namespace = keyof typeof zhCN

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'ui'
    resources: typeof zhCN
    returnNull: false
  }
}

const STORED = 'huikuan.language'
const namespaces = Object.keys(zhCN) as Namespace[]

function apply(language: Language): void {
  document.documentElement.lang = language
  document.title = i18next.t('ui:product')
  // antd takes month and weekday names from dayjs, not from its own locale.
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
}

export async function startLanguages(): Promise<void> {
  // The desktop program remembers the language itself, for its menu, and gives it with the address.
  const wanted = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem(STORED)
  const language = LANGUAGES.find((known) => known === wanted) ?? 'zh-CN'
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    defaultNS: 'ui',
    ns: namespaces,
    resources: { 'zh-CN': zhCN, en },
    interpolation: { escapeValue: false },
  })
  i18next.services.formatter?.add('counted', counted)
  apply(language)
}

export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(STORED, language)
  // Names of days must be right before the screens are drawn again, which i18next asks for.
  dayjs.locale(language === 'zh-CN' ? 'zh-cn' : 'en')
  await i18next.changeLanguage(language)
  apply(language)
  window.postMessage({ type: 'huikuan-language', language } satisfies LanguageMessage, location.origin)
}

/** The language on screen; the component draws itself again when it is switched. */
export function useLanguage(): Language {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'zh-CN'
}

type Leaves<Tree> = { [Key in keyof Tree & string]: Tree[Key] extends string ? Key : `${Key}.${Leaves<Tree[Key]>}` }[keyof Tree & string]
/** The key of any text, with its namespace: 'customers:title'. */
export type TextKey = { [Name in Namespace]: `${Name}:${Leaves<(typeof zhCN)[Name]>}` }[Namespace]

/** Texts whose key is data, such as the titles of pages; elsewhere `useTranslation('customers')` is shorter. */
export function useTexts(): (key: TextKey) => string {
  const { t } = useTranslation(namespaces)
  return (key) => t(key as 'ui:product')
}
