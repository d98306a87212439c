import { eventIterator } from '@orpc/contract'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses } from '../procedure.ts'
import { fileProblems } from '../sheets/schemas.ts'
import { importEvent, importInput, importResult, importRow, inspection } from './schemas.ts'

export const integration = {
  inspect: procedure('imports.write').route({ method: 'POST', path: '/imports/preview', summary: '预览导入：表头、对应、问题 Preview an import' }).input(importInput).output(inspection),
  /** For the screen: progress while it runs, cancelled by ending the iteration. */
  watch: procedure('imports.write').route({ method: 'POST', path: '/imports/watch', summary: '导入并报告进度（事件流）Import with progress' }).input(importInput).output(eventIterator(importEvent)),
  run: procedure('imports.write').route({ method: 'POST', path: '/imports', summary: '导入文件：全部或全不 Import, all or nothing', successStatus: 201 })
    .errors(fileProblems)
    .input(importInput).output(importResult),
  list: procedure('imports.write').route({ method: 'GET', path: '/imports', summary: '导入记录 Imports' })
    .errors(refuses(...GRID_REFUSALS)).input(gridRequest).output(gridPage(importRow)),
}
