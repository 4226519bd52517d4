import { oneOf } from './rule.js';

/** What numbers are followed by in a report: units, and things that are counted. English and German. */
const units = [
  ...['mm', 'cm', 'dm', 'm', 'µm', 'um', 'mm2', 'mm3', 'cm2', 'cm3', 'mm²', 'mm³', 'cm²', 'cm³'],
  ...['ml', 'mL', 'l', 'cc', 'ccm', 'HU', 'HE', 'SUV', 'SUVmax', 'SUVmean', 'SUVpeak'],
  ...['Bq', 'kBq', 'MBq', 'mSv', 'mGy', 'mGycm', 'ms', 'msec', 's', 'sec', 'min', 'kV', 'kVp'],
  ...['mA', 'mAs', 'T', 'ppm', 'g', 'kg', 'mg', 'ng', 'Gy', 'Hz', 'px', 'pixels?', 'Pixel'],
  ...['years?', 'months?', 'weeks?', 'days?', 'h', 'hours?', 'Jahren?', 'Jahre', 'Monaten?'],
  ...['Monate', 'Wochen?', 'Tagen?', 'Tage', 'Stunden?', 'percent', 'Prozent', 'x'],
];

const counted = [
  ...['slices?', 'images?', 'frames?', 'phases?', 'lesions?', 'nodes?', 'nodules?', 'sections?'],
  ...['series', 'cuts?', 'segments?', 'levels?', 'counts?', 'visits?', 'targets?', 'lobes?'],
  ...[
    'timepoints?',
    'mets',
    'metastases',
    'foci',
    'scans?',
    'exams?',
    'cysts?',
    'ribs?',
    'vertebrae',
    'planes?',
  ],
  ...['Schichten', 'Schicht', 'Bildern?', 'Bilder', 'Phasen?', 'Läsionen?', 'Knoten', 'Serien?'],
  ...['Segmenten?', 'Segmente', 'Herden?', 'Herde', 'Metastasen?', 'Zysten?', 'Ebenen?', 'Rippen?'],
];

/** A unit comes next, so the number before it measures. */
export const measured = String.raw`\s*(?:[%°×*]|${oneOf(units)}(?![\p{L}]))`;

/** A unit or a counted thing comes next: "10/12 slices". */
export const measuredOrCounted = String.raw`\s*(?:[%°×*]|${oneOf([...units, ...counted])}(?![\p{L}]))`;

/** A counted thing or a size stood right before, as in "images 10/12/15" and "size 12-15-18". */
export const countedBefore = new RegExp(
  String.raw`(?:${oneOf(counted)}|im|img|size|diameters?|measur\p{L}*|values?|Größe|Durchmesser|Maße?|Werte?)[\s.:#=]*(?:no|nr)?[\s.:]*$`,
  'iu'
);

export const measuredAfter = new RegExp(`^${measured}`, 'u');
export const measuredOrCountedAfter = new RegExp(`^${measuredOrCounted}`, 'u');
