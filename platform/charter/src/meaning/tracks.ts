import { criteria } from '@corelab/criteria';
import { suggestion } from '../nearestName.js';
import type { Charter } from '../schema/charter.js';
import type { Track, TrackKind } from '../schema/tracks.js';
import type { CharterProblem } from './problem.js';

/** Tracks whose single results somebody outside the core lab may be told. */
const reported: readonly TrackKind[] = ['eligibility', 'progressionConfirmation', 'safety'];

/** Release, order, recipients and comparison of each track. */
export function trackProblems(charter: Charter): CharterProblem[] {
  return charter.tracks.flatMap((track, index) => {
    const path = `/tracks/${index}`;
    return [
      ...releaseProblems(track, path),
      ...orderProblems(track, path),
      ...hybridProblems(track, path),
      ...recipientProblems(track, path),
      ...comparisonProblems(charter, track, path),
      ...averageProblems(charter, track, path),
      ...responseProblems(charter, track, path),
    ];
  });
}

function releaseProblems({ release }: Track, path: string): CharterProblem[] {
  if (release.when === 'batches' && release.size === undefined) {
    const message = 'release in batches needs their size, such as size: 20';
    return [{ path: `${path}/release`, message }];
  }
  if (release.when !== 'batches' && release.size !== undefined) {
    const message = `release ${release.when} has no batches; remove size, or set when: batches`;
    return [{ path: `${path}/release/size`, message, atKey: true }];
  }
  return [];
}

function orderProblems({ order, orderSeed }: Track, path: string): CharterProblem[] {
  if (order === 'randomised' && orderSeed === undefined) {
    const message =
      'a random order needs a seed on record: set orderSeed: drawn (the server draws and records one for each course) or a whole number';
    return [{ path: `${path}/order`, message }];
  }
  if (order !== 'randomised' && orderSeed !== undefined) {
    const message = `order ${order} uses no seed; remove orderSeed, or set order: randomised`;
    return [{ path: `${path}/orderSeed`, message, atKey: true }];
  }
  return [];
}

/** In the global read a reader may still change any of their timepoints: nothing may have been made of one before. */
function hybridProblems(
  { order, adjudication, assignment, recipients }: Track,
  path: string
): CharterProblem[] {
  if (order !== 'hybrid') return [];
  const problems: CharterProblem[] = [];
  if (adjudication !== undefined && adjudication.scope !== 'subject') {
    const message =
      'the global read of order hybrid may change a timepoint after it was adjudicated; set scope: subject, or order: sequential';
    problems.push({ path: `${path}/adjudication/scope`, message });
  }
  if (!assignment.sameReader) {
    const message =
      'the global read of order hybrid is of one reader’s own timepoints; set sameReader: true, or order: sequential';
    problems.push({ path: `${path}/assignment/sameReader`, message });
  }
  if (recipients.length > 0) {
    const message =
      'the global read of order hybrid may change a result after it was told; remove the recipients, or set order: sequential';
    problems.push({ path: `${path}/recipients`, message });
  }
  return problems;
}

function recipientProblems({ kind, recipients }: Track, path: string): CharterProblem[] {
  if (recipients.length === 0 || reported.includes(kind)) return [];
  const message = `nobody is told single results of a track of kind ${kind}; remove the recipients (they get the export), or use a track of kind ${reported.join(', ')}`;
  return [{ path: `${path}/recipients`, message }];
}

function comparisonProblems({ timepoints }: Charter, track: Track, path: string): CharterProblem[] {
  const known = timepoints.map(({ id }) => id);
  return Object.keys(track.comparisonAt).flatMap(id =>
    known.includes(id)
      ? []
      : [
          {
            path: `${path}/comparisonAt/${id}`,
            message: `unknown timepoint ${id}${suggestion(id, known)} (timepoints are ${known.join(', ')})`,
            atKey: true as const,
          },
        ]
  );
}

function averageProblems({ criteria }: Charter, track: Track, path: string): CharterProblem[] {
  const primary = criteria.find(entry => entry.primary);
  if (primary === undefined || track.kind !== 'efficacy' || track.paradigm !== 'twoAveraged')
    return [];
  const message = `${primary.id} gives a response, which can't be averaged; use twoWithAdjudication or consensus, or a primary instrument`;
  return [{ path: `${path}/paradigm`, message }];
}

/** A reader differs from what is seen, in a response that readers give. */
function responseProblems(
  { criteria: chosen }: Charter,
  { readerMayDiffer, showDerived }: Track,
  path: string
): CharterProblem[] {
  if (!readerMayDiffer) return [];
  const problems: CharterProblem[] = [];
  const say = (message: string): void =>
    void problems.push({ path: `${path}/readerMayDiffer`, message });
  if (showDerived === 'afterSigning')
    say(
      'a reader can’t differ from a response that is shown after signing; remove readerMayDiffer, or set showDerived: afterLesions'
    );
  const primary = chosen.find(entry => entry.primary)?.id;
  const known =
    primary !== undefined && Object.hasOwn(criteria, primary) ? criteria[primary] : null;
  if (known !== null && known?.readerResponses.length === 0)
    say(`by ${primary} the response is calculated alone; remove readerMayDiffer`);
  return problems;
}
