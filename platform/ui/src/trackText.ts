import { text, type TextKey } from './text.js';

const kinds: Readonly<Record<string, TextKey>> = {
  efficacy: 'track.kind.efficacy',
  eligibility: 'track.kind.eligibility',
  progressionConfirmation: 'track.kind.progressionConfirmation',
  safety: 'track.kind.safety',
  ancillary: 'track.kind.ancillary',
  repeat: 'track.kind.repeat',
  calibration: 'track.kind.calibration',
};

/** What a track is for, in words, with its id where that says something else. */
export function trackText({ id, kind }: { readonly id: string; readonly kind: string }): string {
  const key = kinds[kind];
  const name = key === undefined ? kind : text(key);
  return id === kind ? name : text('track.named', { name, id });
}
