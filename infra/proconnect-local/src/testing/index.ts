export { type Browser, createBrowser, locationOf, pressContinue } from './browser.ts'
export { openPicker, signIn } from './sign-in.ts'
