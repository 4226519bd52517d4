import oncology from '@corelab/extension-oncology';
import trial, { caseStrip } from '@corelab/extension-trial';
import oncologyRecist from '@corelab/mode-oncology-recist';
import type { HostExtension, HostModeDefinition } from '@corelab/host';
import { composeConfiguration, type SiteDescription, type Stop } from './configuration.js';
import './suite.css';

const extensions: HostExtension[] = [trial, oncology];
const modes: HostModeDefinition[] = [oncologyRecist];

/** The plugin bundle: plain OHIF objects, and how they become the host's configuration. */
const suite = {
  extensions,
  modes,
  configure: (given: { site: SiteDescription; stop: Stop }) =>
    composeConfiguration({ ...given, extensions, modes, headerStrip: caseStrip }),
};

export default suite;
