/** The window and the page look for ledgers in the same folder, wherever a desktop keeps its documents. */
import { describe, expect, it } from 'vitest'
import { ledgerFolder, type Machine } from '../../electron/ledgerFolder.ts'

const HOME = '/home/wang'
interface Home {
  folders?: string[]
  userDirs?: string
  environment?: Record<string, string>
}
const linux = ({ folders = [], userDirs, environment = {} }: Home): Machine => ({
  platform: 'linux', home: HOME, environment, exists: (file) => folders.includes(file),
  read: (file) => (file === `${environment['XDG_CONFIG_HOME'] ?? `${HOME}/.config`}/user-dirs.dirs` ? userDirs ?? null : null), ask: () => null,
})

describe('the folder of the ledgers', () => {
  it.each<[string, Home, string]>([
    ['a new home', {}, `${HOME}/Documents/回款管家`],
    ['a Chinese desktop that wrote nothing down', { folders: [`${HOME}/文档`] }, `${HOME}/文档/回款管家`],
    ['a Chinese desktop', { userDirs: 'XDG_DOCUMENTS_DIR="$HOME/文档"\n', folders: [`${HOME}/文档`, `${HOME}/Documents`] }, `${HOME}/文档/回款管家`],
    ['documents moved to another disk', { userDirs: '# written by xdg-user-dirs\nXDG_DESKTOP_DIR="$HOME/桌面"\nXDG_DOCUMENTS_DIR="/data/office"\n', folders: ['/data/office'] }, '/data/office/回款管家'],
    ['settings of the desktop elsewhere', { userDirs: 'XDG_DOCUMENTS_DIR="$HOME/Papers"\n', environment: { XDG_CONFIG_HOME: '/etc/wang' } }, `${HOME}/Papers/回款管家`],
    ['a desktop without documents writes the home', { userDirs: 'XDG_DOCUMENTS_DIR="$HOME/"\n' }, `${HOME}/Documents/回款管家`],
    ['ledgers that lay in Documents before the desktop moved', { userDirs: 'XDG_DOCUMENTS_DIR="$HOME/文档"\n', folders: [`${HOME}/文档`, `${HOME}/Documents/回款管家`] }, `${HOME}/Documents/回款管家`],
    ['ledgers in both', { userDirs: 'XDG_DOCUMENTS_DIR="$HOME/文档"\n', folders: [`${HOME}/文档/回款管家`, `${HOME}/Documents/回款管家`] }, `${HOME}/文档/回款管家`],
  ])('%s', (_, home, folder) => {
    expect(ledgerFolder(null, linux(home))).toBe(folder)
    // What Electron was told by the same desktop changes nothing.
    expect(ledgerFolder(`${HOME}/Documents`, linux(home))).toBe(folder)
  })

  it('on Windows is where Windows keeps the documents, also in OneDrive', () => {
    const windows: Machine = { ...linux({}), platform: 'win32', home: 'C:/Users/wang', ask: (program) => (program === 'powershell.exe' ? 'D:/OneDrive/文档' : null) }
    expect(ledgerFolder(null, windows)).toBe('D:/OneDrive/文档/回款管家')
    expect(ledgerFolder('E:/Documents', windows)).toBe('E:/Documents/回款管家')
    expect(ledgerFolder(null, { ...windows, ask: () => null })).toBe('C:/Users/wang/Documents/回款管家')
  })
})
