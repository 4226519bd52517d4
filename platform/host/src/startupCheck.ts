import type { ExtensionManager, HostExtension } from './types.js';

/** The ids of `expected` the host has not registered, in order. A failed registration is only logged by the host. */
export function missingExtensions(
  extensionManager: Pick<ExtensionManager, 'registeredExtensionIds'>,
  expected: readonly string[]
): string[] {
  return expected.filter(id => !extensionManager.registeredExtensionIds.includes(id));
}

/**
 * Runs the check, and calls `stop` with the names of what is missing. Returns whether reading may go on: with a part
 * missing, a read would lack its rules or its blinding without anyone noticing.
 */
export function startupCheck(
  extensionManager: Pick<ExtensionManager, 'registeredExtensionIds'>,
  expected: readonly string[],
  stop: (title: string, detail: string) => void
): boolean {
  const missing = missingExtensions(extensionManager, expected);
  if (missing.length === 0) return true;
  stop(
    'The reading room did not start',
    `CL_EXTENSION_MISSING: ${missing.join(', ')} could not be registered in the viewer. The browser's console has the reason.`
  );
  return false;
}

/** Registered last, so that all others are through: an extension whose only work is the start-up check. */
export function startupCheckExtension(
  expected: readonly string[],
  stop: (title: string, detail: string) => void
): HostExtension {
  return {
    id: '@corelab/extension-startup-check',
    preRegistration: ({ extensionManager }) => {
      startupCheck(extensionManager, expected, stop);
    },
  };
}
