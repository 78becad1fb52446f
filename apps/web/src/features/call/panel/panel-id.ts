export const panelId = 'call-panel'
