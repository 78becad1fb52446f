import { act, screen } from '@testing-library/react'
import { getConfig, getMe } from '@visavis/contracts'
import { beforeEach, expect, test } from 'vitest'
import { Route } from 'wouter'
import { config } from '../../platform/config.ts'
import { me } from '../../platform/me.ts'
import { routes } from '../../platform/paths.ts'
import { answer, mockApi } from '../../test/mock-api.ts'
import { renderScreen } from '../../test/render.tsx'
import { sampleAgent, sampleConfig } from '../../test/samples.ts'
import HomePage from './home-page.tsx'
import LegalPage from './legal-page.tsx'
import LoginErrorPage from './login-error-page.tsx'

let api: ReturnType<typeof mockApi>

beforeEach(() => {
  config.forget()
  me.forget()
  api = mockApi()
  api.on(getConfig, () => answer(getConfig, sampleConfig))
  api.on(getMe, () => answer(getMe, { agent: null }))
})

test('signing in is a plain link that comes back to the rooms, named as the operator says', async () => {
  api.on(getConfig, () => answer(getConfig, { ...sampleConfig, identityProviderName: 'AgentLink' }))
  renderScreen(<HomePage />, '/')
  const link = await screen.findByRole('link', { name: 'Sign in with AgentLink' })
  expect(link.getAttribute('href')).toBe('/api/v1/auth/login?returnTo=%2Frooms')
})

test('an agent is led to their rooms instead', async () => {
  api.on(getMe, () => answer(getMe, { agent: sampleAgent }))
  renderScreen(<HomePage />, '/')
  const link = await screen.findByRole('link', { name: 'Open my rooms' })
  expect(link.getAttribute('href')).toBe('/rooms')
})

test('a legal text is paragraphs and never markup', async () => {
  const text = 'First.\n\n<img src=x onerror=alert(1)> [a](javascript:alert(1))'
  api.on(getConfig, () => answer(getConfig, { ...sampleConfig, privacyNotice: { fr: 'Premier.', en: text } }))
  renderScreen(<Route path={routes.legal} component={LegalPage} />, '/legal/privacy')
  expect(await screen.findByText('First.')).toBeTruthy()
  expect(screen.getByText(/<img src=x/)).toBeTruthy()
  expect(document.querySelector('article img, article a')).toBeNull()
})

test('a legal text that the operator has not written says so', async () => {
  renderScreen(<Route path={routes.legal} component={LegalPage} />, '/legal/notice')
  await act(() => config.load())
  expect(screen.getByText(/has not published this text yet/)).toBeTruthy()
})

test('a refused sign-in says why and how to begin again', () => {
  renderScreen(<LoginErrorPage />, '/login-error?code=oidc_acr_too_low&requestId=req-7&returnTo=%2Fabc-defg-hij')
  expect(screen.getByRole('heading').textContent).toBe('Your sign-in is not strong enough')
  expect(screen.getByText('Code: oidc_acr_too_low · Reference: req-7')).toBeTruthy()
  const again = screen.getByRole('link', { name: 'Start again' })
  expect(again.getAttribute('href')).toBe('/api/v1/auth/login?returnTo=%2Fabc-defg-hij')
})

test('an address that somebody made up puts no words of theirs on the page', () => {
  renderScreen(
    <LoginErrorPage />,
    `/login-error?code=${encodeURIComponent('Call 0800 now')}&requestId=${'a'.repeat(100)}`,
  )
  expect(document.body.textContent).not.toMatch(/0800|aaaa/)
  expect(screen.getByRole('heading').textContent).toBe('Signing in did not work')
})
