import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { Router } from 'wouter'
import { memoryLocation } from 'wouter/memory-location'
import { ToastRegion } from '../ui/toast.tsx'

/** Renders a screen as the app would: server state that is not retried, an address of its own, toasts. */
export function renderScreen(screen: ReactNode, path = '/rooms') {
  const place = memoryLocation({ path, record: true })
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } })
  render(
    <QueryClientProvider client={client}>
      <Router hook={place.hook} searchHook={place.searchHook}>
        {screen}
      </Router>
      <ToastRegion />
    </QueryClientProvider>,
  )
  return { user: userEvent.setup(), history: place.history }
}
