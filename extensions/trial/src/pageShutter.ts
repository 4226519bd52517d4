/** While it is closed nothing of the page can be reached: not by pointer, focus or key. */
export class PageShutter {
  readonly #place: HTMLElement;
  readonly #window: Window;
  #shut: Element[] | null = null;
  #focused: Element | null = null;

  constructor(place: HTMLElement, window: Window) {
    this.#place = place;
    this.#window = window;
    for (const name of ['keydown', 'keyup', 'keypress']) {
      window.addEventListener(name, this.#guard, true);
      place.addEventListener(name, this.#keepInside);
    }
  }

  close(): void {
    if (this.#shut !== null) return;
    const { document } = this.#window;
    this.#focused = document.activeElement;
    this.#shut = [...document.body.children].filter(
      element => element !== this.#place && !element.hasAttribute('inert')
    );
    this.#shut.forEach(element => element.setAttribute('inert', ''));
  }

  open(): void {
    this.#shut?.forEach(element => element.removeAttribute('inert'));
    this.#shut = null;
    if (this.#focused instanceof HTMLElement) this.#focused.focus({ preventScroll: true });
    this.#focused = null;
  }

  end(): void {
    this.open();
    for (const name of ['keydown', 'keyup', 'keypress']) {
      this.#window.removeEventListener(name, this.#guard, true);
    }
  }

  readonly #guard = (event: Event): void => {
    const inside = event.target instanceof Node && this.#place.contains(event.target);
    if (this.#shut !== null && !inside) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  /** What is typed into the modal is nobody else's shortcut. */
  readonly #keepInside = (event: Event): void => event.stopPropagation();
}
