import { Component, type ReactNode } from 'react'
import { config } from '../platform/config.ts'
import { me } from '../platform/me.ts'
import { type ProblemError, toProblem } from '../platform/problem.ts'
import { ProblemScreen } from './problem-screen.tsx'

interface State {
  problem: ProblemError | null
}

/** Turns whatever a page throws into words and a way on. */
export class ErrorBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { problem: null }

  static getDerivedStateFromError(error: unknown): State {
    return { problem: toProblem(error) }
  }

  private readonly retry = () => {
    me.forget()
    config.forget()
    this.setState({ problem: null })
  }

  override render() {
    const { problem } = this.state
    return problem ? <ProblemScreen problem={problem} onRetry={this.retry} /> : this.props.children
  }
}
