/** What is left of a credit note is allocated to other debts of the customer (红字冲抵). */
import { App } from 'antd'
import { useTranslation } from 'react-i18next'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { AllocateDrawer } from './allocateDrawer.tsx'

export default function CreditAllocation() {
  const { t } = useTranslation('receipts')
  const { message } = App.useApp()
  const { params, close } = usePage('creditAllocation')
  usePageTitle(params.number)
  return (
    <PageFrame title={t('creditTitle')}>
      <AllocateDrawer
        credit={{ ...params, reference: '' }}
        onClose={close}
        onDone={(count) => {
          message.success(t('document.allocateDone', { count }))
          close()
        }}
      />
    </PageFrame>
  )
}
