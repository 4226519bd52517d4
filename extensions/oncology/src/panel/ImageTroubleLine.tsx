import { StateIcon } from '@corelab/ui';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import { imageTroubleText } from '../images/imageProblems.js';

/** Why images do not come, and what happens next; nothing while they come. */
export function ImageTroubleLine({ snapshot }: { snapshot: Pick<CaseSnapshot, 'imageTrouble'> }) {
  const { imageTrouble } = snapshot;
  return imageTrouble === null ? null : (
    <p
      className="cl-section cl-row"
      role="alert"
      data-image-trouble={imageTrouble}
    >
      <StateIcon icon="offline" />
      <span className="cl-grow">{imageTroubleText(imageTrouble)}</span>
    </p>
  );
}
