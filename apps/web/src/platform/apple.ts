/** Whether this machine's keyboard has a Command key, which does there what Ctrl does elsewhere. */
export const isApple = (): boolean => /Mac|iPhone|iPad/.test(navigator.userAgent)
