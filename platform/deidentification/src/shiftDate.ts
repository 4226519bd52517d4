const dayMs = 86_400_000;

const two = (value: number): string => String(value).padStart(2, '0');

/** YYYYMMDD that many days later; null when it is no day, or leaves the years 1 to 9999. */
const shiftDay = (day: string, days: number): string | null => {
  const year = Number(day.slice(0, 4));
  const month = Number(day.slice(4, 6));
  const date = Number(day.slice(6, 8));
  // Years below 100 are read as 1900 and later by Date.UTC.
  const at = new Date(0);
  at.setUTCFullYear(year, month - 1, date);
  if (at.getUTCMonth() !== month - 1 || at.getUTCDate() !== date) return null;
  const to = new Date(at.getTime() + days * dayMs);
  const shifted = to.getUTCFullYear();
  if (shifted < 1 || shifted > 9999) return null;
  return `${String(shifted).padStart(4, '0')}${two(to.getUTCMonth() + 1)}${two(to.getUTCDate())}`;
};

/**
 * One value of VR DA or DT, shifted by whole days; the time of day and its offset stay.
 * @returns null when it is no date, or not known to the day: it can't be shifted and is not kept
 */
export const shiftDate = (value: string, days: number): string | null => {
  const text = value.trim();
  if (text === '') return '';
  const digits = /^\d{4}\.\d{2}\.\d{2}$/.test(text) ? text.replaceAll('.', '') : text;
  const found = /^(\d{8})(\d{0,6}(\.\d{1,6})?([+-]\d{4})?)$/.exec(digits);
  if (found === null) return null;
  const shifted = shiftDay(found[1] ?? '', days);
  return shifted === null ? null : `${shifted}${found[2] ?? ''}`;
};
