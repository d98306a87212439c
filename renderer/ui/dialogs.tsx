/**
 * Small dialogs, all answered by keyboard (Enter yes, Esc no).
 *
 *     const { confirm } = useDialogs()
 *     if (await confirm({ title, content, danger: true })) …
 *     <ActionDialog open title onClose actions={[{ key, label, shortcut: KEYS.post, kind: 'primary', onRun }]}>…</ActionDialog>
 *
 * `ActionDialog` is a dialog with a form in it; its buttons show and bind their keys like those of a page.
 */
import { App, Modal } from 'antd'
import { useCallback, useContext, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ActionButton, type PageAction } from './page.tsx'
import { DialogDepth, holdKeys, useDialogLayer } from './shortcut.ts'

interface Question {
  title: ReactNode
  content?: ReactNode
  yes?: string
  danger?: boolean
}

export function useDialogs() {
  const { modal } = App.useApp()
  const { t } = useTranslation('ui')

  const confirm = useCallback(
    (question: Question): Promise<boolean> =>
      new Promise((resolve) => {
        const answer = (yes: boolean): void => {
          release()
          box.destroy()
          resolve(yes)
        }
        const release = holdKeys({ answer })
        const box = modal.confirm({
          title: question.title,
          content: question.content,
          okText: question.yes ?? t('action.yes'),
          cancelText: t('action.cancel'),
          okButtonProps: { danger: question.danger ?? false },
          // The first button in the document is given the cursor; the style sheet puts it at the right.
          footer: (_, { OkBtn, CancelBtn }) => <><OkBtn /><CancelBtn /></>,
          keyboard: false,
          onOk: () => answer(true),
          onCancel: () => answer(false),
        })
      }),
    [modal, t],
  )

  return { confirm }
}

export interface ActionDialogProps {
  open: boolean
  title: ReactNode
  onClose: () => void
  actions: readonly PageAction[]
  width?: number
  children: ReactNode
}

export function ActionDialog({ open, title, onClose, actions, width = 560, children }: ActionDialogProps) {
  const depth = useContext(DialogDepth) + 1
  useDialogLayer(depth, open)
  return (
    <DialogDepth value={depth}>
      <Modal
        open={open}
        title={title}
        onCancel={onClose}
        width={width}
        mask={{ closable: false }}
        destroyOnHidden
        footer={actions.filter((action) => !action.hidden).map((action) => <ActionButton key={action.key} action={action} />)}
      >
        {children}
      </Modal>
    </DialogDepth>
  )
}
