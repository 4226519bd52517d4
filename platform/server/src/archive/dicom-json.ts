/** The DICOM JSON model (PS3.18 annex F), as far as the archive's answers use it. */
export interface DicomElement {
  readonly vr: string;
  readonly Value?: readonly unknown[];
  readonly InlineBinary?: string;
  readonly BulkDataURI?: string;
}

/** One instance's attributes by tag, eight upper-case hexadecimal digits (`0020000D`). */
export type DicomDataset = Readonly<Record<string, DicomElement>>;

/** The first value as text, trimmed; undefined when the attribute is absent or empty. */
export const textOf = (dataset: DicomDataset, tag: string): string | undefined => {
  const value = dataset[tag]?.Value?.[0];
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return undefined;
  const text = value.replaceAll('\0', '').trim();
  return text === '' ? undefined : text;
};

/** Every value as a number; undefined when the attribute is absent, empty or any value is not a number. */
export const numbersOf = (dataset: DicomDataset, tag: string): readonly number[] | undefined => {
  const values = dataset[tag]?.Value;
  if (values === undefined || values.length === 0) return undefined;
  const numbers = values.map(value =>
    typeof value === 'number'
      ? value
      : typeof value === 'string' && value.trim() !== ''
        ? Number(value)
        : NaN
  );
  return numbers.every(Number.isFinite) ? numbers : undefined;
};

/** A calendar date (DA) as ISO 8601; undefined when absent or not a date. */
export const dateOf = (dataset: DicomDataset, tag: string): string | undefined => {
  const match = /^(\d{4})\.?(\d{2})\.?(\d{2})$/.exec(textOf(dataset, tag) ?? '');
  return match === null ? undefined : `${match[1]}-${match[2]}-${match[3]}`;
};

/** Narrows parsed JSON to data sets. @throws TypeError naming the first element that is not one. */
export const asDatasets = (json: unknown): DicomDataset[] => {
  if (!Array.isArray(json)) throw new TypeError('expected an array of DICOM JSON data sets');
  return json.map((entry: unknown, index) => {
    if (typeof entry !== 'object' || entry === null || Array.isArray(entry)) {
      throw new TypeError(`element ${index} is not a DICOM JSON data set`);
    }
    return entry as DicomDataset;
  });
};
