/** In an array's text every element is quoted, so that nothing in it is taken for the array's own signs. */
const quoted = (text: string | null): string =>
  text === null ? 'NULL' : `"${text.replaceAll(/["\\]/g, '\\$&')}"`;

/**
 * A parameter as the text that PostgreSQL reads as a value of the type the statement gives it there; an array as one of
 * such texts, an object as JSON: as the PostgreSQL driver writes them.
 * @throws TypeError for bytes, and for what is no value
 */
export const wireText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'bigint' || typeof value === 'boolean') {
    return String(value);
  }
  if (Object.prototype.toString.call(value) === '[object Date]') {
    return (value as Date).toISOString();
  }
  if (Array.isArray(value)) return `{${value.map(one => quoted(wireText(one))).join(',')}}`;
  if (typeof value === 'object' && !ArrayBuffer.isView(value)) return JSON.stringify(value);
  throw new TypeError('a parameter of a query is neither a value nor an object nor a list of them');
};
