/** What a pane tells about itself. */
export interface PaneListener {
  /** Another slice is shown; `index` in the stack. */
  slice(viewportId: string, index: number): void;
  /** Another image was asked for; the picture follows. */
  leaves(viewportId: string): void;
  /** Window, zoom or pan changed. */
  view(viewportId: string): void;
  /** Pixels are on the screen. */
  rendered(viewportId: string): void;
}

const detailOf = (event: Event): Readonly<Record<string, unknown>> =>
  'detail' in event && typeof event.detail === 'object' && event.detail !== null
    ? (event.detail as Readonly<Record<string, unknown>>)
    : {};

/**
 * Follows every pane of the page. Cornerstone sends its events to the pane's element and they do not bubble; capturing
 * on the document hears them all, whichever elements the host makes and drops. Returns the function that ends it.
 */
export function followPanes(document: Document, listener: PaneListener): () => void {
  const on = (name: string, heard: (viewportId: string, event: Event) => void): (() => void) => {
    const listen = (event: Event): void => {
      const { viewportId } = detailOf(event);
      if (typeof viewportId === 'string') {
        heard(viewportId, event);
      }
    };
    document.addEventListener(name, listen, true);
    return () => document.removeEventListener(name, listen, true);
  };
  const stops = [
    on('CORNERSTONE_STACK_NEW_IMAGE', (viewportId, event) => {
      const { imageIdIndex } = detailOf(event);
      if (typeof imageIdIndex === 'number') {
        listener.slice(viewportId, imageIdIndex);
      }
    }),
    on('CORNERSTONE_PRE_STACK_NEW_IMAGE', viewportId => listener.leaves(viewportId)),
    on('CORNERSTONE_VOI_MODIFIED', viewportId => listener.view(viewportId)),
    on('CORNERSTONE_CAMERA_MODIFIED', viewportId => listener.view(viewportId)),
    on('CORNERSTONE_IMAGE_RENDERED', viewportId => listener.rendered(viewportId)),
  ];
  return () => stops.forEach(stop => stop());
}
