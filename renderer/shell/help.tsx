/** F1: the keys of the program in one list. */
import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import { MENU_COMMANDS } from '../../shared/host.ts'
import { KEYS, shownShortcut } from '../ui/shortcut.ts'

export function Help({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation('shell')
  const groups = [
    { title: t('help.everywhere'), keys: [
      [KEYS.palette, t('help.palette')], [KEYS.help, t('help.help')], ['Alt+W', t('help.closeTab')], ['Ctrl+Tab', t('help.nextTab')], ['Alt+Home', t('help.home')],
      ['Alt+1 … 6', t('help.modules')], [MENU_COMMANDS.newReceipt, t('help.newReceipt')], [MENU_COMMANDS.import, t('help.import')], [KEYS.lock, t('help.lock')],
    ] },
    { title: t('help.document'), keys: [
      [KEYS.create, t('help.create')], [KEYS.save, t('help.save')], [KEYS.post, t('help.post')], [KEYS.print, t('help.print')],
      ['Enter', t('help.enter')], ['=', t('help.fill')], ['+ −', t('help.dayStep')], ['Alt+↓', t('help.openList')], ['Ctrl+Delete', t('help.removeLine')],
    ] },
    { title: t('help.list'), keys: [
      [KEYS.search, t('help.search')], [KEYS.filter, t('help.filter')], [KEYS.refresh, t('help.refresh')], ['Enter', t('help.openRow')],
      ['Space', t('help.tick')], ['Ctrl+C', t('help.copy')], [KEYS.exportFile, t('help.export')],
    ] },
  ] as const
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('help.title')} width={760} destroyOnHidden>
      <div className="help">
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.keys.map(([key, meaning]) => (
                <div key={key + meaning}><dt><kbd>{shownShortcut(key)}</kbd></dt><dd>{meaning}</dd></div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  )
}
