/** One receipt voucher as it was issued, with its prints; printing it again marks it 补打. Ctrl+P prints, Ctrl+E saves the PDF. */
import { FilePdfOutlined, PayCircleOutlined, PrinterOutlined } from '@ant-design/icons'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { api } from '../api.ts'
import { openPage } from '../navigation.ts'
import { DayText } from '../ui/day.tsx'
import { IssuedPaper } from '../ui/issuedPaper.tsx'
import { MoneyText } from '../ui/money.tsx'
import { PageFrame } from '../ui/page.tsx'
import { usePage, usePageTitle } from '../ui/pageContext.ts'
import { KEYS } from '../ui/shortcut.ts'
import { usePaper } from '../ui/usePaper.ts'
import { useQuery } from '../ui/useQuery.ts'

export default function VoucherPage() {
  const { t } = useTranslation(['vouchers', 'ui'])
  const { params } = usePage('voucher')
  const { print, savePdf } = usePaper('vouchers', api.vouchers)
  const query = useQuery(
    async (signal) => {
      const [voucher, paper] = await Promise.all([api.vouchers.get({ id: params.id }, { signal }), api.vouchers.html({ id: params.id }, { signal })])
      return { voucher, html: paper.html }
    },
    [params.id],
    ['vouchers', 'receipts'],
  )
  const voucher = query.data?.voucher
  const again = (voucher?.prints ?? 0) > 0
  usePageTitle(voucher?.number)

  return (
    <PageFrame
      title={voucher ? `${t('title')} ${voucher.number}` : t('title')}
      query={query}
      actions={[
        { key: 'print', label: t(again ? 'ui:paper.reprint' : 'ui:paper.print'), shortcut: KEYS.print, icon: <PrinterOutlined />, kind: 'primary', disabled: !voucher, onRun: () => print([params.id]) },
        { key: 'pdf', label: t(again ? 'ui:paper.pdfAgain' : 'ui:paper.pdf'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: !voucher, onRun: () => savePdf(params.id) },
        { key: 'receipt', label: t('view.receipt'), shortcut: 'Alt+S', icon: <PayCircleOutlined />, disabled: !voucher, onRun: () => voucher && openPage('receipt', { id: voucher.receiptId }) },
      ]}
    >
      {voucher && query.data && (
        <IssuedPaper
          html={query.data.html}
          title={`${t('title')} ${voucher.number}`}
          hash={voucher.hash}
          printed={voucher.printed}
          notice={voucher.status === 'void' && <Alert type="warning" showIcon title={t('view.void', { number: voucher.receiptNumber })} />}
        >
          <dt>{t('field.customer')}</dt><dd>{voucher.customerCode} {voucher.customerName}</dd>
          <dt>{t('field.amount')}</dt><dd><MoneyText value={voucher.amount} strong /> {voucher.currency}</dd>
          <dt>{t('field.issuedOn')}</dt><dd><DayText value={voucher.issuedOn} /></dd>
          <dt>{t('field.receiptNumber')}</dt><dd>{voucher.receiptNumber} <span className="quiet"><DayText value={voucher.content.receivedOn} /></span></dd>
          <dt>{t('field.purpose')}</dt><dd>{voucher.content.purpose}</dd>
          <dt>{t('field.issuedBy')}</dt><dd>{voucher.issuedBy}</dd>
        </IssuedPaper>
      )}
    </PageFrame>
  )
}
