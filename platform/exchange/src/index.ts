export { sdtmColumns, type SdtmRow } from './columns.js';
export { sdtmOncology } from './sdtmOncology.js';
export { ExportError, type SignedRead } from './signedRead.js';
export { toCsv } from './toCsv.js';
