/** How installers are made. `npm run package -- --dir` only unpacks the program, which works without network. */
import { rmSync } from 'node:fs'
import path from 'node:path'
import type { Configuration } from 'electron-builder'

/** An Electron that is already on the machine is taken as it is; without one electron-builder downloads its own. */
const electronDist = process.env['ELECTRON_OVERRIDE_DIST_PATH']

const config: Configuration = {
  appId: 'cn.huikuan.desktop',
  productName: '回款管家',
  executableName: 'huikuan',
  copyright: 'Huikuan developers',
  directories: { output: 'build/dist', buildResources: 'build/icons' },
  // Everything is bundled but the native module, so nothing else of node_modules belongs into the program.
  files: [
    'package.json',
    'build/out/**',
    '!build/out/types/**',
    '!**/*.map',
    '!node_modules/**',
    'node_modules/better-sqlite3/package.json',
    'node_modules/better-sqlite3/lib/**',
    'node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node',
    'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
  ],
  asar: true,
  // A native module cannot be loaded from inside an archive.
  asarUnpack: ['node_modules/better-sqlite3/**/*.node'],
  npmRebuild: false,
  electronLanguages: ['zh-CN', 'en-US'],
  ...(electronDist === undefined ? {} : { electronDist }),
  extraMetadata: { homepage: 'https://huikuan.example.com/' },
  afterPack: ({ appOutDir, packager }) => {
    // Electron's stand-in program would only be in the way of ours.
    const resources = packager.platform.nodeName === 'darwin' ? path.join(appOutDir, `${packager.appInfo.productFilename}.app/Contents/Resources`) : path.join(appOutDir, 'resources')
    rmSync(path.join(resources, 'default_app.asar'), { force: true })
    return Promise.resolve()
  },
  win: { target: ['nsis'], icon: 'icon.png' },
  nsis: { oneClick: false, allowToChangeInstallationDirectory: true, perMachine: false, language: '2052', installerLanguages: ['zh_CN', 'en_US'] },
  mac: { target: ['dmg'], icon: 'icon.png', category: 'public.app-category.finance' },
  linux: { target: ['AppImage', 'deb'], icon: 'icon.png', category: 'Office', maintainer: 'Huikuan developers <developers@huikuan.example.com>', synopsis: '应收账款与回款管理' },
}

export default config
