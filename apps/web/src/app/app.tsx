import { Suspense } from 'react'
import { Route, Switch } from 'wouter'
import { ToastRegion } from '../ui/toast.tsx'
import { ErrorBoundary } from './error-boundary.tsx'
import { PaperFrame } from './paper-frame.tsx'
import { type Page, pages, QueryLayer } from './routes.ts'

function PageSlot({ page: { Screen, frame, queries } }: { page: Page }) {
  const slot = (
    <ErrorBoundary>
      <Suspense fallback={null}>
        {queries ? (
          <QueryLayer>
            <Screen />
          </QueryLayer>
        ) : (
          <Screen />
        )}
      </Suspense>
    </ErrorBoundary>
  )
  return frame === 'paper' ? <PaperFrame>{slot}</PaperFrame> : slot
}

/** The whole product: the page of the current address, within what all pages share. */
export function App() {
  return (
    <>
      <Switch>
        {pages.map((page) => (
          <Route key={String(page.path)} path={page.path}>
            <PageSlot page={page} />
          </Route>
        ))}
      </Switch>
      <ToastRegion />
    </>
  )
}
