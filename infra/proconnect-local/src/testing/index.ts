export { type Browser, createBrowser, locationOf } from './browser.ts'
export { openPicker, signIn } from './sign-in.ts'
