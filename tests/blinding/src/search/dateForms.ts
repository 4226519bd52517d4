const english = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];
const german = [
  ...['Januar', 'Februar', 'März', 'April', 'Mai', 'Juni', 'Juli'],
  ...['August', 'September', 'Oktober', 'November', 'Dezember'],
];

/**
 * The forms in which a date is written: of DICOM, of ISO 8601, of English, American and German usage, of SAS, backwards,
 * and as seconds and milliseconds of Unix time at midnight UTC.
 * @param iso YYYY-MM-DD
 * @throws RangeError for anything else
 */
export function dateForms(iso: string): string[] {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso) ?? [];
  const midnight = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(midnight) || year === '') throw new RangeError(`"${iso}" is no date`);
  const [m, d] = [String(Number(month)), String(Number(day))];
  const name = english[Number(month) - 1] ?? '';
  const short = name.slice(0, 3);
  const compact = `${year}${month}${day}`;
  return [
    ...new Set([
      compact,
      iso,
      ...[`${year}.${month}.${day}`, `${year}/${month}/${day}`, `${year}_${month}_${day}`],
      ...[`${day}.${month}.${year}`, `${d}.${m}.${year}`, `${d}. ${m}. ${year}`],
      ...[`${day}/${month}/${year}`, `${d}/${m}/${year}`, `${day}-${month}-${year}`],
      ...[`${month}/${day}/${year}`, `${m}/${d}/${year}`, `${month}-${day}-${year}`],
      ...[`${day}${month}${year}`, `${month}${day}${year}`],
      ...[`${day}-${short}-${year}`, `${day}${short}${year}`, `${d} ${short} ${year}`],
      ...[`${d} ${name} ${year}`, `${name} ${d}, ${year}`, `${short} ${d}, ${year}`],
      ...[`${short} ${day} ${year}`, `${d}. ${german[Number(month) - 1] ?? ''} ${year}`],
      [...compact].reverse().join(''),
      [...iso].reverse().join(''),
      String(midnight / 1000),
      String(midnight),
    ]),
  ];
}
