import type { Charter } from '../schema/charter.js';
import type { StaffRole } from '../schema/people.js';
import type { Track } from '../schema/tracks.js';
import type { CharterProblem } from './problem.js';

/**
 * Roles that see what readers may not: sites, identities, dates, timepoints to come or the state of other reads. A trainer
 * sees people alone, and may read.
 */
export const unblindingStaff: readonly StaffRole[] = [
  'dataManager',
  'qcTechnologist',
  'admin',
  'auditor',
  'sponsor',
  'unblindedSupport',
];

/** People who can't be both. */
export function readerProblems(charter: Charter): CharterProblem[] {
  return [
    ...charter.tracks.flatMap((track, index) => distinctProblems(track, `/tracks/${index}`)),
    ...charter.tracks.flatMap((track, index) => separateProblems(charter, track, index)),
    ...unblindedReaders(charter),
  ];
}

/** Readers of a subject are different people, so each slot needs one of its own: a matching in a bipartite graph. */
function distinctProblems({ slots, readers }: Track, path: string): CharterProblem[] {
  const filled = slots.filter(slot => slot !== 'SITE' && Object.hasOwn(readers, slot));
  const holder = new Map<string, string>();
  const place = (slot: string, tried: Set<string>): boolean =>
    (readers[slot] ?? []).some(person => {
      if (tried.has(person)) return false;
      tried.add(person);
      const other = holder.get(person);
      if (other !== undefined && !place(other, tried)) return false;
      holder.set(person, slot);
      return true;
    });
  return filled.flatMap(slot => {
    const tried = new Set<string>();
    if (place(slot, tried)) return [];
    const people = [...tried].join(', ');
    return [
      {
        path: `${path}/readers/${slot}`,
        message: `${filled.join(', ')} of a subject are different people, and ${people} can't fill ${slot} besides the other slots; name another reader for ${slot}`,
      },
    ];
  });
}

function peopleOf(track: Track): Set<string> {
  const { readers, assignment } = track;
  return new Set([readers, assignment.backups].flatMap(named => Object.values(named).flat()));
}

/** A track whose readers may not read efficacy shares none with it. */
function separateProblems({ tracks }: Charter, track: Track, index: number): CharterProblem[] {
  const path = `/tracks/${index}`;
  if (track.mayReadEfficacy) return [];
  if (track.kind === 'efficacy') {
    const message = 'readers of an efficacy track read efficacy; remove mayReadEfficacy: false';
    return [{ path: `${path}/mayReadEfficacy`, message }];
  }
  const efficacy = tracks.filter(({ kind }) => kind === 'efficacy').map(peopleOf);
  return [...peopleOf(track)]
    .filter(person => efficacy.some(people => people.has(person)))
    .map(person => ({
      path: `${path}/readers`,
      message: `${person} reads efficacy too, which readers of ${track.id} may not; name someone else, or set mayReadEfficacy: true`,
    }));
}

function unblindedReaders(charter: Charter): CharterProblem[] {
  const reading = new Set(charter.tracks.flatMap(track => [...peopleOf(track)]));
  const sees = (role: string) => `as ${role} would see what readers may not; name someone else`;
  const ofRoles = unblindingStaff.flatMap(role =>
    (charter.roles[role] ?? []).flatMap((person, at) =>
      reading.has(person)
        ? [
            {
              path: `/roles/${role}/${at}`,
              message: `${person} reads in this trial and ${sees(role)}`,
            },
          ]
        : []
    )
  );
  const ofSites = charter.sites.flatMap(({ coordinators }, index) =>
    coordinators.flatMap((person, at) =>
      reading.has(person)
        ? [
            {
              path: `/sites/${index}/coordinators/${at}`,
              message: `${person} reads in this trial and ${sees('site coordinator')}`,
            },
          ]
        : []
    )
  );
  return [...ofRoles, ...ofSites];
}
