import { QueryClientProvider } from '@tanstack/react-query'
import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { ToastRegion } from '../ui/toast.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { NotFoundScreen } from './not-found-screen.tsx'
import { PaperFrame } from './paper-frame.tsx'
import { queryClient } from './query-client.ts'
import { type Page, pages } from './routes.ts'

function PageSlot({ page: { Screen, frame } }: { page: Page }) {
  const screen = (
    <ErrorBoundary>
      <Suspense fallback={null}>
        <Screen />
      </Suspense>
    </ErrorBoundary>
  )
  return frame === 'paper' ? <PaperFrame>{screen}</PaperFrame> : screen
}

/** The whole product: the page of the current address, within what all pages share. */
export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Switch>
        {pages.map((page) => (
          <Route key={String(page.path)} path={page.path}>
            <PageSlot page={page} />
          </Route>
        ))}
        <Route>
          <PaperFrame>
            <NotFoundScreen />
          </PaperFrame>
        </Route>
      </Switch>
      <ToastRegion />
    </QueryClientProvider>
  )
}
