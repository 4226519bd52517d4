export { columnsOf, type OncologyDomain } from './acceptedRecords.js';
export { sdtmColumns, type SdtmRow } from './columns.js';
export { sdtmOncology } from './sdtmOncology.js';
export {
  type ComposedBest,
  type DerivedResponse,
  ExportError,
  type SignedRead,
} from './signedRead.js';
export { toCsv } from './toCsv.js';
