import type { CornerstoneCore, CornerstoneTools } from './types.js';

export interface CornerstoneLibraries {
  cornerstone: CornerstoneCore;
  cornerstoneTools: CornerstoneTools;
}

/** Cornerstone as the host carries it; a second copy would have a state of its own. Throws when it isn't there. */
export function cornerstoneLibraries(extensionManager: {
  getModuleEntry(id: string): { exports?: Readonly<Record<string, unknown>> } | undefined;
}): CornerstoneLibraries {
  const entry = extensionManager.getModuleEntry('@ohif/extension-cornerstone.utilityModule.common');
  const libraries = entry?.exports?.['getCornerstoneLibraries'];
  if (typeof libraries !== 'function') {
    throw new Error('CL_HOST_CORNERSTONE: the viewer offers no Cornerstone libraries.');
  }
  return (libraries as () => CornerstoneLibraries)();
}
