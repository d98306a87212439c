import { z } from 'zod'
import { procedure } from '../procedure.ts'
import { counts, overview as overviewShape, overviewInput, searchHit } from './schemas.ts'

export const overview = {
  get: procedure('reports.read').route({ method: 'GET', path: '/reports/overview', summary: '逾期总览 Overdue overview' }).input(overviewInput).output(overviewShape),
  counts: procedure('member').route({ method: 'GET', path: '/reports/counts', summary: '流程导航计数 Counts of the home page' }).output(counts),
  search: procedure('member').route({ method: 'GET', path: '/search', summary: '搜索客户与单据 Search' })
    .input(z.object({ text: z.string().max(60).default(''), limit: z.coerce.number<number>().int().min(1).max(50).default(20) })).output(z.array(searchHit)),
}
