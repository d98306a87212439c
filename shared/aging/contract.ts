import { z } from 'zod'
import { GRID_REFUSALS, gridPage, gridRequest } from '../grid.ts'
import { procedure, refuses } from '../procedure.ts'
import { agingCell, agingInput, agingItem, agingReport } from './schemas.ts'

export const aging = {
  report: procedure('reports.read').route({ method: 'GET', path: '/reports/aging', summary: '账龄表 Aging as of any day' }).input(agingInput).output(agingReport),
  items: procedure('reports.read').route({ method: 'GET', path: '/reports/aging/items', summary: '账龄明细 Items behind a cell' })
    .errors(refuses(...GRID_REFUSALS)).input(agingInput.extend(agingCell.shape).extend(gridRequest.shape)).output(gridPage(agingItem)),
  workbook: procedure('reports.read').route({ method: 'GET', path: '/reports/aging/xlsx', summary: '账龄表 Excel' })
    .input(agingInput.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') })).output(z.file()),
  print: procedure('reports.read').route({ method: 'POST', path: '/reports/aging/print', summary: '打印账龄表 Print' })
    .input(agingInput.extend({ language: z.enum(['zh-CN', 'en']).default('zh-CN') })).output(z.object({ html: z.string(), native: z.boolean() })),
}
