export interface PaneInputListener {
  /** The reader pressed, scrolled or dragged on an image. */
  acted(): void;
  /** Whether the pane's picture is about to be that of another image. */
  isComing(viewportId: string): boolean;
  /** A press was kept from the pane for that. */
  tooEarly(): void;
  /** The pointer moves over a pane, no button pressed. */
  over(viewportId: string): void;
  /** A button is pressed in this pane; null when it is released. */
  held(viewportId: string | null): void;
  /** Shift and wheel over a pane. */
  scrollAll(viewportId: string, by: 1 | -1): void;
  doubleClick(viewportId: string): void;
}

const paneElement = '[data-viewportid], .cornerstone-viewport-element';

const presses = ['mousedown', 'touchstart'] as const;
const releases = ['pointerup', 'pointercancel'] as const;

function paneUnder(target: EventTarget | null): string | null {
  const element = target instanceof Element ? target.closest<HTMLElement>(paneElement) : null;
  return element?.dataset['viewportid'] ?? null;
}

/** What the reader does on the images with the mouse, as far as it is not a tool's. */
export class PaneInput {
  readonly #document: Document;
  readonly #listener: PaneInputListener;

  constructor(document: Document, listener: PaneInputListener) {
    this.#document = document;
    this.#listener = listener;
  }

  start(): void {
    this.#document.addEventListener('pointermove', this.#over, true);
    this.#document.addEventListener('pointerdown', this.#pressed, true);
    presses.forEach(name => this.#document.addEventListener(name, this.#keepEarly, true));
    releases.forEach(name => this.#document.addEventListener(name, this.#released, true));
    this.#document.addEventListener('wheel', this.#scrolled, { capture: true, passive: false });
    this.#document.addEventListener('dblclick', this.#doubleClicked, true);
  }

  stop(): void {
    this.#document.removeEventListener('pointermove', this.#over, true);
    this.#document.removeEventListener('pointerdown', this.#pressed, true);
    presses.forEach(name => this.#document.removeEventListener(name, this.#keepEarly, true));
    releases.forEach(name => this.#document.removeEventListener(name, this.#released, true));
    this.#document.removeEventListener('wheel', this.#scrolled, true);
    this.#document.removeEventListener('dblclick', this.#doubleClicked, true);
  }

  readonly #over = (event: PointerEvent): void => {
    const viewportId = event.buttons === 0 ? paneUnder(event.target) : null;
    if (viewportId !== null) {
      this.#listener.over(viewportId);
    }
  };

  readonly #pressed = (event: Event): void => {
    const viewportId = paneUnder(event.target);
    if (viewportId !== null) {
      this.#listener.acted();
      this.#listener.held(viewportId);
    }
  };

  readonly #released = (): void => this.#listener.held(null);

  /** The host's tools listen to these; those of the touch screen come without the mouse's. */
  readonly #keepEarly = (event: Event): void => {
    const viewportId = paneUnder(event.target);
    if (viewportId !== null && this.#listener.isComing(viewportId)) {
      event.stopImmediatePropagation();
      event.preventDefault();
      this.#listener.tooEarly();
    }
  };

  readonly #scrolled = (event: WheelEvent): void => {
    const viewportId = paneUnder(event.target);
    if (viewportId === null) {
      return;
    }
    this.#listener.acted();
    if (event.shiftKey) {
      // With Shift some systems turn the wheel's direction to the side.
      const by = (event.deltaY === 0 ? event.deltaX : event.deltaY) < 0 ? -1 : 1;
      event.preventDefault();
      event.stopPropagation();
      this.#listener.scrollAll(viewportId, by);
    }
  };

  readonly #doubleClicked = (event: Event): void => {
    const viewportId = paneUnder(event.target);
    if (viewportId !== null) {
      this.#listener.doubleClick(viewportId);
    }
  };
}
