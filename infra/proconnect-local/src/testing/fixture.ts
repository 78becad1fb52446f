import { exportJWK, generateKeyPair } from 'jose'
import { startProConnect } from '../provider.ts'
import { postLogoutRedirectUri, redirectUri, secret } from './relying-party.ts'

const uris = { redirectUris: [redirectUri], postLogoutRedirectUris: [postLogoutRedirectUri] }

/** The stand-in on a free port, with a client for each way of registering one. */
export async function startFixture() {
  const { privateKey, publicKey } = await generateKeyPair('ES256')
  const proConnect = await startProConnect({
    host: '127.0.0.1',
    port: 0,
    clients: [
      { clientId: 'visavis', clientSecret: secret, ...uris },
      { clientId: 'visavis-es256', clientSecret: secret, signingAlg: 'ES256', ...uris },
      {
        clientId: 'visavis-keys',
        jwks: { keys: [{ ...(await exportJWK(publicKey)), kty: 'EC', alg: 'ES256' }] },
        ...uris,
      },
    ],
  })
  return { ...proConnect, privateKey }
}
