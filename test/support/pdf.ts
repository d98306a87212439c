/** Tests that read a paper back from its PDF need the programs that do it. */
import { test } from '@playwright/test'
import { findProgram, installCommand } from '../../build/debian.ts'

/** Leaves a test out, with the reason and the cure, where they are not here. */
export function needsPoppler(): void {
  test.skip(findProgram('pdftotext') === null, `没有 pdftotext，请安装 No pdftotext, install: ${installCommand(['poppler-utils'])}`)
}
