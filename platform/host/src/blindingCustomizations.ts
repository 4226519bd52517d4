const set = (value: unknown) => ({ $set: value });

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
};
