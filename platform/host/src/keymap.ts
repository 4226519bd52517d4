/** One key of the reading room: `chord` as `chordOf` writes it, the scopes it works in, and the action it runs. */
export interface KeyBinding {
  chord: string;
  scopes: readonly string[];
  action: string;
  /** The action lasts while the key is down; its end is told to `release`. */
  held?: true;
}

/**
 * The pressed key by its character, so that it follows the keyboard's layout: `d`, `?`, `Shift+C`, `Ctrl+Enter`.
 * Shift is named only with letters and named keys; on others the character already tells. Command counts as Ctrl.
 */
export function chordOf(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>
): string {
  const isCharacter = event.key.length === 1;
  const isLetter = isCharacter && event.key.toLowerCase() !== event.key.toUpperCase();
  const withShift = event.shiftKey && (!isCharacter || isLetter || event.key === ' ');
  const named = event.key === ' ' ? 'Space' : event.key;
  const key = isLetter ? (event.shiftKey ? named.toUpperCase() : named.toLowerCase()) : named;
  const modifiers = [
    ...(event.ctrlKey || event.metaKey ? ['Ctrl'] : []),
    ...(event.altKey ? ['Alt'] : []),
    ...(withShift ? ['Shift'] : []),
  ];
  return [...modifiers, key].join('+');
}

/** Two bindings of one key in a common scope; which one would run depended on their order. */
export class KeymapError extends Error {
  readonly code = 'CL_KEY_CLASH';
}

/** Throws KeymapError, naming the key and both actions, when two bindings share a key and a scope. */
export function checkKeymap(bindings: readonly KeyBinding[]): void {
  const taken = new Map<string, string>();
  for (const { chord, scopes, action } of bindings) {
    for (const scope of scopes) {
      const place = `${scope} ${chord}`;
      const other = taken.get(place);
      if (other !== undefined && other !== action) {
        throw new KeymapError(
          `CL_KEY_CLASH: ${chord} in ${scope} is bound to ${other} and to ${action}.`
        );
      }
      taken.set(place, action);
    }
  }
}

const typing =
  'input, textarea, select, [contenteditable=""], [contenteditable="true"], [role="textbox"]';
/** The host's modal carries no aria-modal, only its open state. */
const openMenus =
  '[role="menu"], [role="listbox"], [aria-modal="true"], [role="dialog"][data-state="open"]';

/** By its method, not its class: elements of another window have classes of their own. */
const isElement = (target: EventTarget | null): target is Element =>
  target !== null && 'closest' in target;

const isTyping = (target: EventTarget | null): boolean =>
  isElement(target) && target.closest(typing) !== null;

export interface KeyDispatcherOptions {
  window: Window;
  bindings: readonly KeyBinding[];
  /** The scopes in force now. */
  scopes: () => readonly string[];
  /** Runs the action; true means it was used, and the key goes no further. */
  run: (action: string, event: KeyboardEvent) => boolean;
  /** The key of a held action went up, or the window lost the keyboard. */
  release?: (action: string) => void;
}

/**
 * Listens for keys on the window and runs their actions. Leaves alone what is typed into a field, keys while a menu is
 * open, composed input, and events another part has handled. Returns the function that ends it.
 */
export function startKeyDispatcher(options: KeyDispatcherOptions): () => void {
  checkKeymap(options.bindings);
  let held: { action: string; code: string } | null = null;
  const letGo = (): void => {
    const ended = held;
    held = null;
    if (ended !== null) options.release?.(ended.action);
  };
  const up = (event: KeyboardEvent): void => {
    if (held?.code === event.code) letGo();
  };
  const listen = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || event.isComposing || isTyping(event.target)) return;
    if (options.window.document.querySelector(openMenus) !== null) return;
    const chord = chordOf(event);
    const scopes = options.scopes();
    const binding = options.bindings.find(
      candidate =>
        candidate.chord === chord && candidate.scopes.some(scope => scopes.includes(scope))
    );
    if (binding === undefined || !options.run(binding.action, event)) return;
    if (binding.held === true) held = { action: binding.action, code: event.code };
    event.preventDefault();
    event.stopPropagation();
  };
  options.window.addEventListener('keydown', listen);
  options.window.addEventListener('keyup', up, true);
  options.window.addEventListener('blur', letGo);
  return () => {
    options.window.removeEventListener('keydown', listen);
    options.window.removeEventListener('keyup', up, true);
    options.window.removeEventListener('blur', letGo);
  };
}
