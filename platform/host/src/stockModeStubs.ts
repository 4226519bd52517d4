import type { HostModeDefinition } from './types.js';

/** The modes the published host always loads. */
const stockModeIds = [
  '@ohif/mode-longitudinal',
  '@ohif/mode-basic',
  '@ohif/mode-segmentation',
  '@ohif/mode-tmtv',
  '@ohif/mode-microscopy',
  '@ohif/mode-preclinical-4d',
  '@ohif/mode-ultrasound-pleura-bline',
] as const;

/**
 * Take the place of the host's own modes, which show what blinding forbids: listed before them, the first of an id wins,
 * and a factory that returns nothing drops the mode, so their addresses answer "not found". Modes of ours still inherit
 * from `@ohif/mode-basic`, which is loaded by its module name.
 */
export const stockModeStubs: readonly HostModeDefinition[] = stockModeIds.map(id => ({
  id,
  modeFactory: () => null,
}));
