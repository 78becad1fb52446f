export const call = 'call'
