// Stands where the API stands in the tests of the stack: it says that it is ready, and fails when told to.
import { createServer } from 'node:http'

createServer((request, response) => {
  if (request.url === '/fail') {
    console.error('a fatal fault')
    process.exit(3)
  }
  response.end('ok')
}).listen(Number(process.env['PORT']), process.env['HOST'])
