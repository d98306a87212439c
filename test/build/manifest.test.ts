/** What the project says about itself agrees: package.json, its lock file, CHANGELOG and README. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import lock from '../../package-lock.json' with { type: 'json' }
import manifest from '../../package.json' with { type: 'json' }

const root = path.join(import.meta.dirname, '../..')
const text = (name: string): string => readFileSync(path.join(root, name), 'utf8')
const packages = Object.entries(lock.packages as Record<string, { version?: string; resolved?: string; integrity?: string; hasInstallScript?: boolean; engines?: { node?: string } }>)

describe('the version', () => {
  const headings = [...text('CHANGELOG.md').matchAll(/^## (\S+) – (\S+)$/gm)].map(([, version, day]) => ({ version, day }))
  it('is the newest that CHANGELOG calls released, and only a later one may be unreleased', () => {
    const released = headings.filter(({ day }) => day !== 'unreleased')
    expect(released[0]?.version).toBe(manifest.version)
    expect(headings.findIndex(({ day }) => day === 'unreleased')).toBeLessThanOrEqual(0)
    expect(released.every(({ day }) => /^\d{4}-\d\d-\d\d$/.test(day ?? ''))).toBe(true)
  })
  it('is that of the lock file', () => {
    expect([lock.version, lock.packages[''].version]).toEqual([manifest.version, manifest.version])
  })
})

describe('the Node that is needed', () => {
  it('is what the tools need that npm leaves out in silence otherwise', () => {
    const native = packages.filter(([folder]) => /@(rolldown|oxlint)\/binding-(linux|win32|darwin)/.test(folder))
    expect(native.length).toBeGreaterThan(10)
    expect(new Set(native.map(([, { engines }]) => engines?.node))).toEqual(new Set([manifest.engines.node]))
  })
  it('is what README says in both languages', () => {
    expect(text('README.md').match(/20\.19/g)?.length).toBeGreaterThanOrEqual(2)
    expect(text('README.md').match(/22\.12/g)?.length).toBeGreaterThanOrEqual(2)
  })
})

describe('the scripts', () => {
  it('install what is missing first, and run on the own Node', () => {
    expect(Object.entries(manifest.scripts).filter(([, line]) => !line.startsWith('node build/own.mjs '))).toEqual([])
  })
  it('stand in README in both languages', () => {
    const [chinese = '', english = ''] = text('README.md').split('<a id="english"></a>')
    const missing = (part: string): string[] => Object.keys(manifest.scripts).filter((name) => !new RegExp(`^\\| .*\`npm (run )?${name}\\b`, 'm').test(part))
    expect([missing(chinese), missing(english)]).toEqual([[], []])
  })
})

describe('the lock file', () => {
  it('names no registry, and the hash of every package', () => {
    expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([])
    expect(packages.filter(([folder, { integrity }]) => folder !== '' && integrity === undefined)).toEqual([])
  })
  it('brings the own Node without an install script', () => {
    const runtimes = Object.keys(manifest.optionalDependencies).map((name) => packages.find(([folder]) => folder === `node_modules/${name}`)?.[1])
    expect(runtimes.length).toBeGreaterThan(3)
    expect(runtimes.filter((runtime) => runtime?.hasInstallScript === true || runtime?.engines !== undefined)).toEqual([])
  })
})
