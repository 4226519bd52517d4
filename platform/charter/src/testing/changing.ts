import { loadCharter, type CharterError, type LoadedCharter } from '../loadCharter.js';

type Loaded = Extract<LoadedCharter, { ok: true }>;

/** A charter text with one place changed; the place must be there. */
export function changed(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`the charter has no ${from}`);
  return text.replace(from, () => to);
}

/** Errors of a charter text; none where it loads. */
export function errorsOf(text: string): CharterError[] {
  const loaded = loadCharter(text);
  return loaded.ok ? [] : loaded.errors;
}

/** A charter that loads. */
export function loadedOf(text: string): Loaded {
  const loaded = loadCharter(text);
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.errors));
  return loaded;
}

/** The text's own line that an error points at. */
export function lineOf(text: string, { line }: CharterError): string {
  return text.split('\n')[line - 1] ?? '';
}
