/** A text that was written and not saved, with what was said of it. */
export interface KeptText {
  readonly source: string;
  readonly reason: string;
  readonly scope: string | null;
  /** The newest version that its author had seen. */
  readonly after: number;
}

/**
 * Unsaved texts by trial, as long as the page is not loaded anew: whoever leaves by the browser's Back is not asked, and
 * finds the text again.
 */
const kept = new Map<string, KeptText>();

export const keepText = (trial: string, text: KeptText): void => void kept.set(trial, text);
export const keptText = (trial: string): KeptText | null => kept.get(trial) ?? null;
export const forgetText = (trial: string): void => void kept.delete(trial);
