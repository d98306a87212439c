/** The settings of the ledger: the company, the rules that the office may set for itself, the own bank accounts. */
import { SaveOutlined } from '@ant-design/icons'
import { App } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SettingsView } from '../../shared/settings/schemas.ts'
import { api, invalidate } from '../api.ts'
import { MailSettingsCard } from '../deliveries/mailSettings.tsx'
import { ExchangeRates } from '../rates/exchangeRates.tsx'
import { useSession } from '../shell/session.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage } from '../ui/pageContext.ts'
import { refusalOf } from '../ui/refusal.ts'
import { KEYS } from '../ui/shortcut.ts'
import { useQuery } from '../ui/useQuery.ts'
import { BankAccounts } from './bankAccounts.tsx'
import { CompanyForm } from './companyForm.tsx'
import { DunningOptions } from './dunningOptions.tsx'
import { OptionsForm, readBoundaries } from './optionsForm.tsx'
import { ProvisionRates } from './provisionRates.tsx'

export default function SettingsPage() {
  const { t } = useTranslation(['settings', 'ui'])
  const { message } = App.useApp()
  const { can } = useSession()
  const { setDirty } = usePage('settings')
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const [changed, setChanged] = useState<Pick<SettingsView, 'company' | 'options' | 'version'>>()
  const [typedEnds, setTypedEnds] = useState<string>()
  const [error, setError] = useState<unknown>()
  const readOnly = !can('settings.write')
  const shown = changed ?? settings.data
  const boundaries = typedEnds ?? shown?.options.boundaries.join(', ') ?? ''
  const ends = readBoundaries(boundaries)
  const field = refusalOf(error)?.field ?? ''
  // What was refused is said in the card that has the field.
  const teller = field === 'options.openingAllowance' ? 'allowance' : field.startsWith('options.') ? 'dunning' : 'company'
  const errorOf = (card: typeof teller): unknown => (card === teller ? error : undefined)

  function change(part: Partial<Pick<SettingsView, 'company' | 'options'>>): void {
    if (!shown) return
    setChanged({ company: shown.company, options: shown.options, version: shown.version, ...part })
    setDirty(true)
  }

  function reload(): void {
    setError(undefined)
    setChanged(undefined)
    setTypedEnds(undefined)
    setDirty(false)
    invalidate('settings')
  }

  async function save(): Promise<void> {
    if (!shown || !ends) return
    try {
      await api.settings.update({ company: shown.company, options: { ...shown.options, boundaries: ends }, version: shown.version })
      setError(undefined)
      setChanged(undefined)
      setTypedEnds(undefined)
      setDirty(false)
      invalidate('settings', 'ledgers', 'aging', 'overview', 'dunning', 'badDebt')
      message.success(t('saved'))
    } catch (refused) {
      setError(refused)
    }
  }

  return (
    <PageFrame
      title={t('title')}
      query={settings}
      scroll
      actions={[{ key: 'save', label: t('ui:action.save'), shortcut: KEYS.save, icon: <SaveOutlined />, kind: 'primary', onRun: save, hidden: readOnly, disabled: ends === null }]}
      extra={readOnly && <span className="quiet">{t('readOnly')}</span>}
    >
      {shown && (
        <div className="settings">
          <CompanyForm company={shown.company} error={errorOf('company')} onReload={reload} readOnly={readOnly} onChange={(company) => change({ company })} />
          <OptionsForm
            options={shown.options}
            boundaries={boundaries}
            readOnly={readOnly}
            onChange={(options) => change({ options })}
            onBoundaries={(text) => {
              setTypedEnds(text)
              change({})
              setDirty(true)
            }}
          />
          <DunningOptions options={shown.options} error={errorOf('dunning')} readOnly={readOnly} onChange={(options) => change({ options })} />
          <ProvisionRates options={shown.options} error={errorOf('allowance')} readOnly={readOnly} onChange={(options) => change({ options })} />
          <BankAccounts readOnly={readOnly} />
          {!readOnly && <MailSettingsCard />}
          <ExchangeRates readOnly={readOnly} own={shown.company.currency} />
        </div>
      )}
    </PageFrame>
  )
}
