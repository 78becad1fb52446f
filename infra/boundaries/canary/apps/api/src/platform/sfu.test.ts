export const stand = 'in'
