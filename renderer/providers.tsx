/** What every screen stands in: the theme, the language of the controls, messages, and a net for what fails while drawn. */
import { App as AntApp, ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { cspNonce } from './csp.ts'
import { useLanguage } from './locales/index.ts'
import { theme } from './theme.ts'

/** A dialog that is drawn straight into the page can be given the cursor at once; in a box of its own it comes into the page too late for that. */
const whole = (): HTMLElement => document.body

export function Providers({ children }: { children: ReactNode }) {
  const language = useLanguage()
  return (
    <ConfigProvider
      theme={theme}
      locale={language === 'zh-CN' ? zhCN : enUS}
      button={{ autoInsertSpace: false }}
      getPopupContainer={whole}
      {...(cspNonce ? { csp: { nonce: cspNonce } } : {})}
    >
      <AntApp component={false} notification={{ placement: 'bottomRight' }}>{children}</AntApp>
    </ConfigProvider>
  )
}
