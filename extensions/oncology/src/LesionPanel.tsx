import type { CommandsManager, ExtensionManager, HostServices } from '@corelab/host';

export interface LesionPanelProps {
  services: HostServices;
  commandsManager: CommandsManager;
  extensionManager: ExtensionManager;
}

/** The lesions of this read, their values and the response. */
export function LesionPanel(_props: LesionPanelProps) {
  return <section aria-label="Lesions">Lesions</section>;
}
