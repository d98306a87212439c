/** The OpenAPI document of the HTTP host, written from the contract so that it cannot disagree with it. */
import { OpenAPIGenerator, type OpenAPI } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../shared/contract.ts'
import manifest from '../../package.json' with { type: 'json' }

const DESCRIPTION = [
  '回款管家的本机接口：ERP、物流等系统可以通过它读写客户、应收、收款、催款函与报表。',
  '金额一律为最小货币单位的整数（分），日期一律为 YYYY-MM-DD，时刻一律为 UTC。',
  '每次请求须带 Authorization: Bearer 令牌；程序只监听 127.0.0.1，并依次检查 Host、Origin 与令牌。',
  '',
  'The local interface of Huikuan. Money is an integer of minor units (fen), days are YYYY-MM-DD, instants are UTC.',
  'Send the token as Authorization: Bearer. An expected refusal answers 422 with code REFUSED and data.reason.',
].join('\n')

export async function describeApi(origin: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  return generator.generate(contract, {
    info: { title: '回款管家 开放接口', version: manifest.version, description: DESCRIPTION, license: { name: manifest.license, identifier: manifest.license } },
    servers: [{ url: `${origin}/api/v1`, description: '本机 (this computer)' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer', description: '启动时给出的令牌' } } },
  })
}
