/**
 * What can be done with papers that were issued, for the toolbar of a list or of one paper: print, export, mail, record the
 * delivery. Keys: Ctrl+P, Ctrl+E, Alt+M, Alt+D.
 *
 *     const sending = usePaperActions({ paper: 'letter', papers: ticked, all: () => allRows(api.dunning.list, request, MOST_EXPORTED), print })
 *     <PageFrame actions={[…, ...sending.actions]}>…{sending.dialogs}</PageFrame>
 */
import { FilePdfOutlined, InboxOutlined, MailOutlined, PrinterOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeliveredPaper } from '../../shared/deliveries/schemas.ts'
import { useSession } from '../shell/session.tsx'
import type { PageAction } from '../ui/page.tsx'
import { KEYS } from '../ui/shortcut.ts'
import { BatchDialog } from './batchDialog.tsx'
import { MailDialog } from './mailDialog.tsx'
import { SendDialog, type Paper } from './sendDialog.tsx'
import { usePrintLots } from './usePrintLots.tsx'

interface PaperActionsProps {
  paper: DeliveredPaper
  /** The papers at hand: the ticked ones of a list, or the one of the page. */
  papers: readonly Paper[]
  /** All papers of the list as it is narrowed now; they are taken where none is ticked. */
  all?: () => Promise<readonly Paper[]>
  print: (ids: number[]) => Promise<void>
}

interface Open {
  what: 'export' | 'send' | 'mail'
  papers: readonly Paper[]
}

/** A mail is looked at before it goes; more of them are not looked at any more. */
const MOST_MAILED = 200

export function usePaperActions({ paper, papers, all, print }: PaperActionsProps): { actions: PageAction[]; dialogs: ReactNode } {
  const { t } = useTranslation('deliveries')
  const { can } = useSession()
  const [open, setOpen] = useState<Open>()
  const none = papers.length === 0
  const lots = usePrintLots(paper, print)
  const close = (): void => setOpen(undefined)
  const ids = open?.papers.map(({ id }) => id) ?? []

  async function startExport(): Promise<void> {
    const taken = none && all ? await all() : papers
    if (taken.length > 0) setOpen({ what: 'export', papers: taken })
  }
  const writes = can('letters.write')
  return {
    actions: [
      { key: 'print', label: t('batch.toolbar'), shortcut: KEYS.print, icon: <PrinterOutlined />, disabled: none, onRun: () => lots.print(papers.map(({ id }) => id)) },
      { key: 'export', label: t('batch.export'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: none && !all, onRun: startExport },
      { key: 'send', label: t('send.button'), shortcut: 'Alt+D', icon: <InboxOutlined />, hidden: !writes, disabled: none ? t('send.pick') : papers.length > MOST_MAILED, onRun: () => setOpen({ what: 'send', papers }) },
      { key: 'mail', label: t('mail.button'), shortcut: 'Alt+M', icon: <MailOutlined />, hidden: !writes, disabled: none ? t('send.pick') : papers.length > MOST_MAILED, onRun: () => setOpen({ what: 'mail', papers }) },
    ],
    dialogs: (
      <>
        {lots.dialog}
        {open?.what === 'send' && <SendDialog paper={paper} papers={open.papers} onClose={close} />}
        {open?.what === 'mail' && <MailDialog paper={paper} papers={open.papers} onClose={close} />}
        {open?.what === 'export' && <BatchDialog what="export" paper={paper} ids={ids} whole={none} print={print} onClose={close} />}
      </>
    ),
  }
}
