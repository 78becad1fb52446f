import { createHmac, timingSafeEqual } from 'node:crypto'

const signatureBytes = 18

/** Makes and reads the secret of an invitation's reply link: nothing is stored, and none can be made without the server's secret. */
export function createReplyTokens(secret: string) {
  const sign = (inviteeId: string) =>
    createHmac('sha256', secret).update(`reply ${inviteeId}`).digest().subarray(0, signatureBytes)

  return {
    tokenOf: (inviteeId: string): string => `${inviteeId}.${sign(inviteeId).toString('base64url')}`,
    /** Whose it is; null for one that was not made here. */
    inviteeOf(token: string): string | null {
      const [inviteeId = '', signature = ''] = token.split('.')
      const given = Buffer.from(signature, 'base64url')
      const ours = sign(inviteeId)
      return given.length === ours.length && timingSafeEqual(given, ours) ? inviteeId : null
    },
  }
}

export type ReplyTokens = ReturnType<typeof createReplyTokens>
