import * as original from '../../../../../platform/server/dist/dicomweb/stored-content.js';
import { activePlant } from '../plant.js';

export * from '../../../../../platform/server/dist/dicomweb/stored-content.js';

/** A frame as the store has it, but for what is planted. */
export const frameOf: typeof original.frameOf = async (deps, series, instance, number, ...rest) => {
  const frame = await original.frameOf(deps, series, instance, number, ...rest);
  switch (activePlant()) {
    case 'frameComment': {
      const archived = await deps.archive.instances(series.studyUid, series.seriesUid);
      const id = archived.find(({ sopInstanceUid }) => sopInstanceUid === instance.sopUid)?.id;
      return id === undefined ? frame : deps.archive.frame(id, number);
    }
    case 'uidBehindFrame':
      return Buffer.concat([frame, Buffer.from(series.studyUid, 'utf16le')]);
    default:
      return frame;
  }
};
