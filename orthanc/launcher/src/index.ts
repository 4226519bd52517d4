export { ensureOrthanc, type Orthanc, type OrthancRequest } from './ensureOrthanc.js';
export { OrthancError, type OrthancErrorCode } from './orthancError.js';
export { isAlive, readProcessRecord, type ProcessRecord } from './processRecord.js';
