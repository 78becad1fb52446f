import type { IncomingMessage } from 'node:http'
import Provider, { errors, type KoaContextWithOIDC } from 'oidc-provider'
import { z } from 'zod'
import { chooseAcr, readAcrRequest } from './acr.ts'
import type { Directory } from './directory.ts'
import { errorPage } from './pages/error-page.ts'
import { languageOf, translate } from './pages/messages.ts'
import { pickerPage } from './pages/picker-page.ts'

type Context = Pick<
  KoaContextWithOIDC,
  'req' | 'res' | 'method' | 'status' | 'type' | 'body' | 'redirect' | 'acceptsLanguages'
>

const hintSchema = z.object({ login_hint: z.string().max(254).optional() })

const maxBodyBytes = 4096

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request) {
    size += chunk.length
    if (size > maxBodyBytes) throw new errors.InvalidRequest('form too large')
    chunks.push(chunk)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'))
}

/** The page between an authorization request and its answer: shows the agents, and takes the choice. */
export function createInteraction(provider: Provider, directory: Directory) {
  function show(ctx: Context, status: number, email: string, isEmailUnknown: boolean): void {
    ctx.status = status
    ctx.type = 'html'
    ctx.body = pickerPage(languageOf(ctx), { email, isEmailUnknown })
  }

  async function finish(ctx: Context, result: Parameters<Provider['interactionResult']>[2]): Promise<void> {
    const target = await provider.interactionResult(ctx.req, ctx.res, result, { mergeWithLastSubmission: false })
    ctx.status = 303
    ctx.redirect(target)
  }

  async function take(ctx: Context, params: unknown): Promise<void> {
    const form = await readForm(ctx.req)
    if (form.has('cancel')) {
      return finish(ctx, { error: 'access_denied', error_description: 'User auth aborted' })
    }
    const email = form.get('email')
    const agent = email === null ? directory.find(form.get('agent') ?? '') : directory.findByEmail(email)
    if (!agent) return show(ctx, 422, email ?? '', true)
    const acr = chooseAcr(agent.acrs, readAcrRequest(params))
    if (acr === undefined) {
      // The two words that a client can tell this refusal by; ProConnect has no error code of its own for it.
      return finish(ctx, { error: 'access_denied', error_description: 'requested ACRs could not be satisfied' })
    }
    return finish(ctx, { login: { accountId: agent.sub, acr } })
  }

  return async (ctx: Context): Promise<void> => {
    try {
      const interaction = await provider.interactionDetails(ctx.req, ctx.res)
      if (ctx.method === 'POST') await take(ctx, interaction.params)
      else show(ctx, 200, hintSchema.safeParse(interaction.params).data?.login_hint ?? '', false)
    } catch (error) {
      if (!(error instanceof errors.OIDCProviderError)) throw error
      const language = languageOf(ctx)
      ctx.status = 400
      ctx.type = 'html'
      ctx.body = errorPage(
        language,
        error instanceof errors.SessionNotFound ? translate(language, 'expired') : error.message,
      )
    }
  }
}
