import {
  Component,
  createElement,
  type ComponentClass,
  type ReactElement,
  type ReactNode,
} from 'react';
import { createRoot, type Root } from 'react-dom/client';

/** Shows an error thrown inside a part of ours in its place. */
export class PanelBoundary extends Component<{ children: ReactNode }, { message: string | null }> {
  override state: { message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown): { message: string } {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override render(): ReactNode {
    if (this.state.message === null) return this.props.children;
    return createElement(
      'div',
      { role: 'alert', style: { padding: 16, color: 'hsl(var(--foreground, 0 0% 98%))' } },
      `This part of the page stopped: ${this.state.message}. Your saved work is kept. Reload the page to go on.`
    );
  }
}

/**
 * Wraps a part of ours for rendering by the host's React. The host renders a class component without hooks; the part
 * lives in a root of our own React inside it, so state, effects and context never cross. What the host passes as props
 * reaches `render`, anew at every update. An error thrown inside is shown in place and stays inside.
 * The host must be React 18: elements of other majors are not interchangeable.
 */
export function hostComponent(
  render: (hostProps: Readonly<Record<string, unknown>>) => ReactElement,
  className = 'cl-root'
): ComponentClass<Record<string, unknown>> {
  return class CoreLabBorder extends Component<Record<string, unknown>> {
    private node: HTMLElement | null = null;
    private root: Root | null = null;

    override componentDidMount(): void {
      if (this.node === null) return;
      this.root = createRoot(this.node);
      this.paint();
    }

    override componentDidUpdate(): void {
      this.paint();
    }

    override componentWillUnmount(): void {
      const root = this.root;
      this.root = null;
      // React refuses to unmount one root while another is rendering: leave it for a later task.
      setTimeout(() => root?.unmount(), 0);
    }

    private paint(): void {
      this.root?.render(createElement(PanelBoundary, null, render(this.props)));
    }

    override render(): ReactNode {
      return createElement('div', {
        className,
        style: { height: '100%' },
        ref: (node: HTMLElement | null): void => {
          this.node = node;
        },
      });
    }
  };
}
