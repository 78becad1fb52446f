export { stand } from './sfu.test.ts'
