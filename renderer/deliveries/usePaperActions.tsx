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
import { PRINT_LOT } from './batch.ts'
import { BatchDialog } from './batchDialog.tsx'
import { MailDialog } from './mailDialog.tsx'
import { SendDialog, type Paper } from './sendDialog.tsx'

interface PaperActionsProps {
  paper: DeliveredPaper
  /** The papers at hand: the ticked ones of a list, or the one of the page. */
  papers: readonly Paper[]
  /** All papers of the list as it is narrowed now; they are taken where none is ticked. */
  all?: () => Promise<readonly Paper[]>
  print: (ids: number[]) => Promise<void>
}

type Open = { what: 'print' | 'export'; papers: readonly Paper[] } | { what: 'send' | 'mail'; papers: readonly Paper[] }

/** A mail is looked at before it goes; more of them are not looked at any more. */
const MOST_MAILED = 200

export function usePaperActions({ paper, papers, all, print }: PaperActionsProps): { actions: PageAction[]; dialogs: ReactNode } {
  const { t } = useTranslation('deliveries')
  const { can } = useSession()
  const [open, setOpen] = useState<Open>()
  const none = papers.length === 0
  const orAll = async (): Promise<readonly Paper[]> => (none && all ? all() : papers)
  const close = (): void => setOpen(undefined)
  const ids = open?.papers.map(({ id }) => id) ?? []

  async function start(what: 'print' | 'export'): Promise<void> {
    const taken = await orAll()
    if (taken.length === 0) return
    if (what === 'print' && taken.length <= PRINT_LOT) await print(taken.map(({ id }) => id))
    else setOpen({ what, papers: taken })
  }
  const writes = can('letters.write')
  return {
    actions: [
      { key: 'print', label: t('batch.toolbar'), shortcut: KEYS.print, icon: <PrinterOutlined />, disabled: none, onRun: () => start('print') },
      { key: 'export', label: t('batch.export'), shortcut: KEYS.exportFile, icon: <FilePdfOutlined />, disabled: none && !all, onRun: () => start('export') },
      { key: 'send', label: t('send.button'), shortcut: 'Alt+D', icon: <InboxOutlined />, hidden: !writes, disabled: none ? t('send.pick') : papers.length > MOST_MAILED, onRun: () => setOpen({ what: 'send', papers }) },
      { key: 'mail', label: t('mail.button'), shortcut: 'Alt+M', icon: <MailOutlined />, hidden: !writes, disabled: none ? t('send.pick') : papers.length > MOST_MAILED, onRun: () => setOpen({ what: 'mail', papers }) },
    ],
    dialogs: open && (
      open.what === 'send' ? <SendDialog paper={paper} papers={open.papers} onClose={close} />
        : open.what === 'mail' ? <MailDialog paper={paper} papers={open.papers} onClose={close} />
          : <BatchDialog what={open.what} paper={paper} ids={ids} whole={none} print={print} onClose={close} />
    ),
  }
}
