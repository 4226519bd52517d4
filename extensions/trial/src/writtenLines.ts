import { formatNumber, text } from '@corelab/ui';

type Fields = Readonly<Record<string, unknown>>;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null ? (value as Fields) : {};

const words = (...parts: readonly unknown[]): string =>
  parts
    .flatMap(part => (typeof part === 'string' && part.trim() !== '' ? [part.trim()] : []))
    .join(', ');

function lesionLine(value: unknown): string {
  const { id, location, laterality, state, reason, mark, comment } = fieldsOf(value);
  const { longestDiameterMm: longest, shortAxisMm: short } = fieldsOf(mark);
  const size = [longest, short].flatMap(one =>
    typeof one === 'number' ? [formatNumber(one)] : []
  );
  return words(
    ...[id, location, laterality, state],
    size.length === 0 ? '' : `${size.join(' x ')} mm`,
    ...[fieldsOf(reason)['text'], comment]
  );
}

/** What a person wrote in a case that can't be opened any more, one line for each thing: to be looked at and copied. */
export function writtenLines(document: unknown): string[] {
  const written = fieldsOf(document);
  const { lesions, comment, noDisease, nonTargetJudgement, readerResponse } = written;
  const { choice, reason } = written;
  const { kind, side, sides } = fieldsOf(choice);
  const { code, text: why } = fieldsOf(reason);
  const lines = [
    ...(Array.isArray(lesions) ? (lesions as unknown[]).map(lesionLine) : []),
    noDisease === true ? text('panel.noDisease') : '',
    words(nonTargetJudgement),
    words(fieldsOf(readerResponse)['value'], fieldsOf(readerResponse)['reason']),
    words(comment),
    words(kind === 'read' ? side : '', ...Object.values(fieldsOf(sides))),
    words(code, why),
  ].filter(line => line !== '');
  return lines.length === 0 ? [text('conflict.nothing')] : lines;
}
