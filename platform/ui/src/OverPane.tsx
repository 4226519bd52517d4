import { useLayoutEffect, useState, type ReactElement, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** A node of ours inside the host's pane: it moves and goes with it, and never takes the pointer. */
export function OverPane({ element, children }: { element: HTMLElement; children: ReactNode }) {
  const [node] = useState(() => document.createElement('div'));
  useLayoutEffect(() => {
    node.className = 'cl-root';
    element.append(node);
    return () => node.remove();
  }, [element, node]);
  return createPortal(children, node);
}

/** Shows a layer of `OverPane`s, in a root of its own; the returned function takes it away. */
export function mountLayer(layer: ReactElement): () => void {
  const root = createRoot(document.createElement('div'));
  root.render(layer);
  return () => root.unmount();
}
