/** Builds all programs of the product: the page, Electron's main process and preload, the backend, the headless host, the reader of files. */
import { copyFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions, type Plugin } from 'vite'
import { NONCE_PLACEHOLDER } from './electron/hosts/policy.ts'
import { tests } from './build/vitest.config.ts'

const root = import.meta.dirname
const out = path.join(root, 'build/out')

/** Native or provided by the runtime: everything else is bundled, so the installed program has no node_modules but these. */
const EXTERNAL = ['electron', 'better-sqlite3', 'pg-native', ...builtinModules, /^node:/]

/** AG Grid writes `mask-image` without the prefix that Chrome knew alone until version 120; its icons would be black squares. */
const prefixedMasks: Plugin = {
  name: 'prefixed-masks',
  transform: {
    filter: { id: /ag-grid-community/, code: /mask/ },
    handler: (code) => ({ code: code.replace(/(?<!-webkit-)mask-(image|size|repeat|position):/g, '-webkit-mask-$1:'), map: null }),
  },
}

/** One file for Node: CommonJS where Electron loads it, ESM for the headless host. */
function nodeProgram(name: string, format: 'cjs' | 'es', source = `electron/${name}.ts`): EnvironmentOptions {
  return {
    consumer: 'server',
    // No `module` here: a CommonJS package that requires another would be given its ESM half.
    resolve: { noExternal: true, external: ['electron', 'better-sqlite3', 'pg-native'], conditions: ['node'], mainFields: ['main'] },
    build: {
      ssr: true,
      outDir: out,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node18',
      minify: false,
      sourcemap: true,
      rolldownOptions: {
        platform: 'node',
        input: { [name]: path.join(root, source) },
        external: EXTERNAL,
        output: { format, entryFileNames: format === 'cjs' ? '[name].cjs' : '[name].mjs', codeSplitting: false },
      },
    },
  }
}

const programs = defineConfig({
  root: path.join(root, 'renderer'),
  base: './',
  publicDir: path.join(root, 'build/icons'),
  plugins: [react(), prefixedMasks],
  html: { cspNonce: NONCE_PLACEHOLDER },
  environments: {
    client: {
      build: {
        outDir: path.join(out, 'renderer'),
        emptyOutDir: true,
        target: 'chrome114',
        chunkSizeWarningLimit: 4000,
      },
    },
    main: nodeProgram('main', 'cjs'),
    preload: nodeProgram('preload', 'cjs'),
    backend: nodeProgram('backend', 'cjs'),
    headless: nodeProgram('headless', 'es'),
    readFile: nodeProgram('readFile', 'cjs', 'electron/sheets/readFile.ts'),
  },
  builder: {
    buildApp: async (builder) => {
      for (const environment of Object.values(builder.environments)) {
        if (environment.name !== 'ssr') await builder.build(environment)
      }
      copyFileSync(path.join(root, 'build/icons/icon.png'), path.join(out, 'icon.png'))
    },
  },
})

// The tests run unbundled and need none of the above.
export default process.env['VITEST'] === undefined ? programs : tests
