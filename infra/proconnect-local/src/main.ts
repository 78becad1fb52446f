import { z } from 'zod'
import { startProConnect } from './provider.ts'

const uriList = z
  .string()
  .transform((value) => value.split(' ').filter(Boolean))
  .pipe(z.array(z.url()).min(1))

const environment = z
  .object({
    HOST: z.string().default('127.0.0.1'),
    PORT: z.coerce.number().int().min(0).max(65_535).default(9080),
    ISSUER: z.url().optional(),
    CLIENT_ID: z.string().min(1),
    CLIENT_SECRET: z.string().min(1),
    REDIRECT_URIS: uriList,
    POST_LOGOUT_REDIRECT_URIS: uriList,
  })
  .safeParse(process.env)

if (!environment.success) {
  process.stderr.write(`The local ProConnect cannot start:\n${z.prettifyError(environment.error)}\n`)
  process.exit(1)
}

const { HOST, PORT, ISSUER, CLIENT_ID, CLIENT_SECRET, REDIRECT_URIS, POST_LOGOUT_REDIRECT_URIS } = environment.data
const { issuer, stop } = await startProConnect({
  host: HOST,
  port: PORT,
  ...(ISSUER === undefined ? {} : { issuer: ISSUER }),
  clients: [
    {
      clientId: CLIENT_ID,
      clientSecret: CLIENT_SECRET,
      redirectUris: REDIRECT_URIS,
      postLogoutRedirectUris: POST_LOGOUT_REDIRECT_URIS,
    },
  ],
})
process.stdout.write(`The local ProConnect listens: ${issuer}\n`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop())
