import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react';

type Editable = HTMLInputElement | HTMLTextAreaElement;

/**
 * Keeps focus in a field although the host blurs it when the pointer enters the images. Focus leaves by Tab, Esc,
 * Enter (one line) or a press elsewhere; a press elsewhere also takes it away when the pressed thing would not,
 * so that the images get the keys back. Presses inside `around` (the field itself unless given) do not count.
 */
export function useFocusGuard<E extends Editable>(
  field: RefObject<E | null>,
  oneLine: boolean,
  around: RefObject<Element | null> = field
): { onKeyDown(event: KeyboardEvent): void; onBlur(): boolean } {
  const mayLeave = useRef(false);

  useEffect(() => {
    // The field may stand in the panel's own window, whose document and classes are not this page's.
    const place = field.current?.ownerDocument ?? document;
    const pressed = (event: Event): void => {
      const element = field.current;
      if (element === null || place.activeElement !== element) {
        return;
      }
      const within = around.current ?? element;
      if (!event.composedPath().includes(within)) {
        mayLeave.current = true;
        element.blur();
      }
    };
    place.addEventListener('pointerdown', pressed, true);
    return () => place.removeEventListener('pointerdown', pressed, true);
  }, [field, around]);

  return {
    onKeyDown: event => {
      if (event.key === 'Tab') {
        mayLeave.current = true;
      }
      if (event.key === 'Escape' || (oneLine && event.key === 'Enter')) {
        mayLeave.current = true;
        field.current?.blur();
      }
    },
    /** Whether the field really let go; otherwise it has its focus back. */
    onBlur: () => {
      const leaving = mayLeave.current || field.current?.ownerDocument.hasFocus() !== true;
      mayLeave.current = false;
      if (!leaving) {
        field.current?.focus({ preventScroll: true });
      }
      return leaving;
    },
  };
}
