/** The settings of the ledger: the company, the options of aging and dunning, the own bank accounts, the lock. */
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { PageFrame } from '../ui/page.tsx'
import { useQuery } from '../ui/useQuery.ts'
import { BankAccounts } from './bankAccounts.tsx'
import { CompanyForm } from './companyForm.tsx'
import { OptionsForm } from './optionsForm.tsx'

export default function SettingsPage() {
  const { t } = useTranslation('settings')
  const { can } = useSession()
  const settings = useQuery((signal) => api.settings.get(undefined, { signal }), [], ['settings'])
  const readOnly = !can('settings.write')
  return (
    <PageFrame title={t('title')} query={settings} scroll extra={readOnly && <span className="quiet">{t('readOnly')}</span>}>
      {settings.data && (
        <div className="settings">
          <CompanyForm company={settings.data.company} readOnly={readOnly} />
          <OptionsForm options={settings.data.options} readOnly={readOnly} />
          <BankAccounts readOnly={readOnly} />
        </div>
      )}
    </PageFrame>
  )
}
