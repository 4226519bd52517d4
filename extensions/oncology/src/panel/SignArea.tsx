import type { TimepointOutput } from '@corelab/criteria';
import type { LesionRole } from '@corelab/reads';
import { LockBar, SignBar, SignedBar, SignSheet, text } from '@corelab/ui';
import { criterionName } from '../case/assessRead.js';
import { signatureTime } from '../case/announceSave.js';
import { dueThings, openSignSheet, runCaseAction, type CaseCommands } from '../keys/caseActions.js';
import { lockOf, lockText } from '../case/caseLock.js';
import type { CaseSnapshot } from '../case/caseSnapshot.js';
import type { CaseStore } from '../case/caseStore.js';
import { lesionsOf } from '../lesions/lesionRows.js';
import { mayShowDerived } from '../lesions/responseState.js';

export interface SignAreaProps {
  store: CaseStore;
  snapshot: CaseSnapshot;
  commands: CaseCommands;
  /** Of a read that is replayed there is no next one. */
  replayed?: boolean;
}

/** The response that is signed, with the calculated one where its reader gave another. */
const overallText = ({ overall, calculated }: TimepointOutput): string | undefined =>
  overall === undefined || calculated === undefined
    ? overall
    : text('response.ownInPlace', { value: overall, calculated });

/** One sentence: how many lesions of which role, and the response where the reader may see it. */
function content({ store, snapshot }: SignAreaProps): string {
  const { document, assessment, others } = snapshot;
  const whole = (role: LesionRole): number =>
    lesionsOf(document, role).filter(({ splitFrom }) => splitFrom === null).length;
  const counts = {
    timepoint: store.context.timepoint,
    targets: whole('target'),
    nonTargets: whole('non-target'),
    newLesions: whole('new'),
  };
  const overall =
    !store.context.baseline && assessment.ok && mayShowDerived(store.context, document, false)
      ? overallText(assessment.current)
      : undefined;
  if (overall === undefined) {
    return text('sign.content', counts);
  }
  const byOthers = others.map(other => ({
    criterion: other.criterion,
    overall: other.assessment.ok ? other.assessment.current.overall : undefined,
  }));
  const all = [{ criterion: store.context.charter.criterion, overall }, ...byOthers]
    .map(one => `${criterionName(one.criterion)} ${one.overall ?? text('response.none')}`)
    .join(', ');
  return text('sign.contentOverall', { ...counts, overall: others.length === 0 ? overall : all });
}

/** Bottom of the panel: what blocks signing, the sheet, then the signature and the way on. */
export function SignArea(props: SignAreaProps) {
  const { store, snapshot, commands, replayed = false } = props;
  const { signature, sheet, signing, draft } = snapshot;
  if (signature !== null) {
    return (
      <SignedBar
        name={signature.name}
        at={signatureTime(signature.at, signature.zone)}
        meaning={signature.meaning}
        hash={signature.hash}
        {...(replayed ? { whole: true } : { onNext: commands.nextCase })}
      />
    );
  }
  const lock = lockOf(snapshot);
  if (lock !== null && lock !== 'signed') {
    return (
      <LockBar
        lock={lock}
        sentence={lockText(lock)}
      />
    );
  }
  return (
    <>
      {sheet === 'sign' ? (
        <SignSheet
          timepoint={store.context.timepoint}
          content={content(props)}
          name={store.session.name}
          meanings={store.context.meanings}
          error={signing.error}
          sending={signing.sending}
          onSign={(password, meaning) => void store.sign(password, meaning)}
          onCancel={() => store.open('none')}
        />
      ) : null}
      <SignBar
        timepoint={store.context.timepoint}
        open={dueThings(store).length}
        saved={draft.state === 'saved'}
        {...(draft.state === 'offline'
          ? { unsaved: text('signing.offlineWait', { count: draft.pending }) }
          : {})}
        onGo={() => runCaseAction(store, 'due', commands)}
        onOpen={() => openSignSheet(store)}
      />
    </>
  );
}
