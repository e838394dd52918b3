import { Component } from 'react';
import type { ReactNode } from 'react';

interface DrawingBoundaryProps {
  height: number;
  children: ReactNode;
}

interface DrawingBoundaryState {
  failure: string | null;
}

/** Stands in for a part of the page that could not be drawn, so that the rest of it stays. */
export class DrawingBoundary extends Component<DrawingBoundaryProps, DrawingBoundaryState> {
  override state: DrawingBoundaryState = { failure: null };

  static getDerivedStateFromError(thrown: unknown): DrawingBoundaryState {
    return { failure: thrown instanceof Error ? thrown.message : String(thrown) };
  }

  override render() {
    const { height, children } = this.props;
    const { failure } = this.state;
    if (failure === null) return children;
    return (
      <div className="question-failed" style={{ minHeight: height }}>
        <strong>This part could not be drawn</strong>
        <span>
          The data is not affected: it can still be exported. Please report it with the details below.
        </span>
        <button
          type="button"
          className="button button-small"
          onClick={() => this.setState({ failure: null })}
        >
          Try again
        </button>
        <details>
          <summary>Details</summary>
          {failure.slice(0, 300)}
        </details>
      </div>
    );
  }
}
