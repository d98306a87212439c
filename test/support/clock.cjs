/**
 * Loaded before the backend of a test that lives through weeks: its Date says the day that stands in the file of
 * HUIKUAN_TEST_CLOCK in the office's time zone (UTC+8), at the present time of day, and the next one once the test
 * writes it there. The program knows nothing of it. In Electron the main process loads this with -r and wraps the backend that it starts.
 */
const { readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')

const DAY = 86_400_000
const OFFICE = 8 * 3_600_000
const RealDate = Date
const file = process.env.HUIKUAN_TEST_CLOCK
let shift = 0
let readAt = -Infinity

function shifted() {
  const at = performance.now()
  if (at - readAt > 50) {
    readAt = at
    const now = RealDate.now() + OFFICE
    shift = RealDate.parse(readFileSync(file, 'utf8').trim()) - (now - (now % DAY))
  }
  return RealDate.now() + shift
}

if (process.type === 'browser') {
  const { utilityProcess } = require('electron')
  const fork = utilityProcess.fork
  utilityProcess.fork = (backend, args, options) => {
    const wrapper = path.join(path.dirname(file), 'backend.cjs')
    writeFileSync(wrapper, `require(${JSON.stringify(__filename)})\nrequire(${JSON.stringify(backend)})\n`)
    return fork(wrapper, args, options)
  }
} else {
  global.Date = class extends RealDate {
    constructor(...parts) {
      if (parts.length === 0) super(shifted())
      else super(...parts)
    }

    static now() {
      return shifted()
    }
  }
}
