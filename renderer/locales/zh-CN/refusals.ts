/** One sentence for each reason that the contract declares; params of the refusal fill it in. */
export const refusals = {
  invalid: '内容不正确',
  notFound: '找不到这条记录',
}
