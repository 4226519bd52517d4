import { openCase, type HostParts, type OpenRead } from '../case/openCase.js';
import { CasePanel } from './CasePanel.js';
import { CasePlace } from './CasePlace.js';

const panel = ({ store, commands, globalRead }: OpenRead) => (
  <CasePanel
    store={store}
    commands={commands}
    globalRead={globalRead}
  />
);

/** The lesions of this read, their values and the response. The read is named by `read` in the address. */
export function LesionPanel(props: HostParts) {
  return (
    <CasePlace
      {...props}
      open={openCase}
      panel={panel}
    />
  );
}
