import type { CommandsManager } from './types.js';

/**
 * Commands of the host that a blinded read must not be able to run, from a menu, a key, the console or an extension:
 * they show attributes, series or protocols that a read hides, write files, send objects to the archive past the read
 * document, or open dialogs of the host over the images. Read from the contexts of the published 3.13.2.
 */
export const closedCommands: readonly string[] = [
  // Show what a read hides, or bring other images and protocols.
  'openDICOMTagViewer',
  'loadStudy',
  'launchDefaultMode',
  'multimonitor',
  'updateViewportDisplaySet',
  'addDisplaySetAsLayer',
  'removeDisplaySetLayer',
  'toggleHangingProtocol',
  'nextStage',
  'previousStage',
  'showContextMenu',
  'showCornerstoneContextMenu',
  // Write files or send objects.
  'promptSaveReport',
  'createStoreFunction',
  'storeMeasurements',
  'downloadCSVMeasurementsReport',
  'downloadCSVSegmentationReport',
  'showDownloadViewportModal',
  'downloadSegmentation',
  'storeSegmentation',
  'generateSegmentation',
  'downloadRTSS',
  'generateJSON',
  'downloadJSON',
  // Ask for labels of the host's own.
  'setMeasurementLabel',
  'renameMeasurement',
  'arrowTextCallback',
  'editSegmentLabel',
  'editSegmentationLabel',
  'editSegmentColor',
  // Take in objects that are no part of a read.
  'hydrateStructuredReport',
  'hydrateSecondaryDisplaySet',
  'hydrateRTSDisplaySet',
  'loadSegmentationsForViewport',
  'loadSegmentationDisplaySetsForViewport',
  'createLabelmapForViewport',
  'createContourForViewport',
  'addSegment',
  'toggleActiveSegmentationUtility',
];

/** The contexts that exist once a mode is entered. */
const hostContexts = [
  'DEFAULT',
  'WORKLIST',
  'VIEWER',
  'CORNERSTONE',
  'CORNERSTONE_STRUCTURED_REPORT',
  'SEGMENTATION',
  'cornerstone-dicom-rt',
];

/**
 * Replaces each command by one that does nothing, in every context that has it, since a call may name its context.
 * Call at mode entry, when the host's contexts exist; again does no harm. A mode that needs one of them says so in
 * `needed`. Returns `CONTEXT name` of what was closed.
 */
export function closeCommands(
  commandsManager: CommandsManager,
  needed: readonly string[] = []
): string[] {
  const closed: string[] = [];
  for (const name of closedCommands.filter(candidate => !needed.includes(candidate))) {
    for (const context of hostContexts) {
      if (commandsManager.getCommand(name, context) !== undefined) {
        commandsManager.registerCommand(context, name, { commandFn: () => undefined });
        closed.push(`${context} ${name}`);
      }
    }
  }
  return closed;
}
