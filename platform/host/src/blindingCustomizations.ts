import { createElement } from 'react';
import { hostComponent } from './reactBridge.js';

const set = (value: unknown) => ({ $set: value });

const notice = (text: string) =>
  hostComponent(() => createElement('p', { style: { padding: 16 } }, text));

/**
 * What the host would show and a blinded reader must not see, switched off. Values belong in the Global scope: the
 * host's own extensions may arrive later and replace defaults, never these. What this can't reach (the study list, the
 * patient block, stock modes) the configuration switches; identity itself is kept out by the server.
 * `ohif.hotkeyBindings` is empty because our own dispatcher holds the keys.
 */
export const blindingCustomizations: Readonly<Record<string, unknown>> = {
  'viewportOverlay.topLeft': set([]),
  'viewportOverlay.topRight': set([]),
  'viewportOverlay.bottomLeft': set([]),
  'viewportOverlay.bottomRight': set([]),
  'studyBrowser.thumbnailMenuItems': set([]),
  cornerstoneViewportClickCommands: set({ doubleClick: [], button1: [], button3: [] }),
  'ohif.hotkeyBindings': set([]),
  'ohif.aboutModal': set(notice('Reading room for imaging trials. For investigational use only.')),
  'ohif.userPreferencesModal': set(
    notice('The keys of the reading room are listed with the key "?".')
  ),
};
