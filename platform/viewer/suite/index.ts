import oncology from '@corelab/extension-oncology';
import staff from '@corelab/extension-staff';
import trial, { caseStrip, startRoom, type RoomStart } from '@corelab/extension-trial';
import adjudication from '@corelab/mode-adjudication';
import consensus from '@corelab/mode-consensus';
import examQc from '@corelab/mode-exam-qc';
import oncologyRecist from '@corelab/mode-oncology-recist';
import type { HostExtension, HostModeDefinition } from '@corelab/host';
import { announcePlugins } from '@corelab/client';
import { setLanguage } from '@corelab/ui';
import product from '../../../package.json';
import host from '../host-package.json';
import { composeConfiguration, type SiteDescription, type Stop } from './configuration.js';
import '@corelab/ui/styles.css';
import './suite.css';

interface SuiteStart {
  site: SiteDescription;
  stop: Stop;
  /** What the account chose, or what holds without a choice. */
  preferences: RoomStart['preferences'];
  /** Address of this bundle, whose name has the hash of what is in it. */
  entry: string;
}

const extensions: HostExtension[] = [trial, staff, oncology];
/** Of reading: a site has those which its charters name. */
const modes: HostModeDefinition[] = [oncologyRecist];
/** In every site, since any charter may have several readers, and exams have QC. */
const commonModes: HostModeDefinition[] = [adjudication, consensus, examQc];

/** The plugin bundle: plain OHIF objects, and how they become the host's configuration. */
const suite = {
  extensions,
  modes: [...modes, ...commonModes],
  configure: ({ site, stop, preferences, entry }: SuiteStart) => {
    announcePlugins(entry.slice(entry.lastIndexOf('/') + 1));
    setLanguage(preferences.language);
    startRoom({ preferences, versions: { product: product.version, host: host.version } });
    return composeConfiguration({
      site,
      stop,
      extensions,
      modes,
      commonModes,
      headerStrip: caseStrip,
    });
  },
};

export default suite;
