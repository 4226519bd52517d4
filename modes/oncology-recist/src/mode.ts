import type { HostModeDefinition } from '@corelab/host';

const mode: HostModeDefinition = { id: '@corelab/mode-oncology-recist', modeFactory: () => null };

export default mode;
