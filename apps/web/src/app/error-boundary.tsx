import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { type ProblemError, toProblem } from '../platform/problem.ts'
import { ProblemScreen } from './problem-screen.tsx'

interface CatcherProps {
  onReset: () => void
  children: ReactNode
}

class Catcher extends Component<CatcherProps, { problem: ProblemError | null }> {
  override state = { problem: null }

  static getDerivedStateFromError(error: unknown) {
    return { problem: toProblem(error) }
  }

  private readonly retry = () => {
    this.props.onReset()
    this.setState({ problem: null })
  }

  override render() {
    const { problem } = this.state
    return problem ? <ProblemScreen problem={problem} onRetry={this.retry} /> : this.props.children
  }
}

/** Turns whatever a page throws into words and a way on. */
export function ErrorBoundary({ children }: { children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>{({ reset }) => <Catcher onReset={reset}>{children}</Catcher>}</QueryErrorResetBoundary>
  )
}
