export const bank = {} as never
