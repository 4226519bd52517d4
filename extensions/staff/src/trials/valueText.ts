import { stringify } from 'yaml';
import { text } from '@corelab/ui';

const isPlain = (value: unknown): boolean => typeof value !== 'object' || value === null;

/** A value of a charter as a text: in one line where it is plain or a list of plain ones, else as YAML. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined) return text('trials.nothing');
  if (isPlain(value)) return String(value);
  if (Array.isArray(value)) {
    if (value.length === 0) return text('trials.nothing');
    if (value.every(isPlain)) return value.map(String).join(', ');
  } else if (Object.keys(value).length === 0) return text('trials.nothing');
  return stringify(value, { lineWidth: 100 }).trimEnd();
}
