import { text, type TextKey } from '@corelab/ui';
import { scopes, type Impact, type Scope } from './versions.js';

/** What a scope does to the reads that are there: how many of them. */
export interface ImpactNumbers {
  readonly follow: number;
  readonly stay: number;
  readonly asked: number;
}

/** One state of reads, and what each scope would do to them. */
export interface ImpactRow extends Readonly<Record<Scope, ImpactNumbers>> {
  readonly state: string;
  readonly reads: number;
}

const byScope = (of: (scope: Scope) => ImpactNumbers): Readonly<Record<Scope, ImpactNumbers>> => {
  const [newSubjects, newTimepoints, allWithRereading] = scopes.map(of);
  if (!newSubjects || !newTimepoints || !allWithRereading) throw new Error('CL_SCOPES');
  return { newSubjects, newTimepoints, allWithRereading };
};

/** The numbers by state, signed reads last. */
export function impactRows({ open, signed }: Impact): ImpactRow[] {
  const unsigned = open.map(({ state, reads, follow, asked }) => ({
    ...{ state, reads },
    ...byScope(scope => ({
      follow: follow[scope],
      asked: asked[scope],
      stay: reads - follow[scope] - asked[scope],
    })),
  }));
  if (signed.reads === 0) return unsigned;
  const ofSigned = byScope(scope => ({
    follow: 0,
    asked: signed.asked[scope],
    stay: signed.reads - signed.asked[scope],
  }));
  return [...unsigned, { state: 'signed', reads: signed.reads, ...ofSigned }];
}

/** The numbers of a scope over all reads. */
export const impactOf = (impact: Impact, scope: Scope): ImpactNumbers =>
  impactRows(impact)
    .map(row => row[scope])
    .reduce(
      (sum, row) => ({
        follow: sum.follow + row.follow,
        stay: sum.stay + row.stay,
        asked: sum.asked + row.asked,
      }),
      { follow: 0, stay: 0, asked: 0 }
    );

const criterionKeys: Readonly<Record<Impact['criteria'][number]['change'], TextKey>> = {
  added: 'trials.effect.criterionAdded',
  removed: 'trials.effect.criterionRemoved',
  parameters: 'trials.effect.criterionParameters',
  primary: 'trials.effect.criterionPrimary',
};

/** What will happen when a version comes into force, in sentences. */
export function effectSentences(impact: Impact): string[] {
  const { version, against, scope, signed, criteria } = impact;
  if (against === null) return [text('trials.effect.first', { version })];
  const { follow, stay, asked } = impactOf(impact, scope);
  return [
    text('trials.effect.force', { version, against }),
    text('trials.effect.follow', { version, count: follow }),
    text('trials.effect.stay', { count: stay + asked }),
    ...(asked > 0 ? [text('trials.effect.asked', { count: asked })] : []),
    text(signed.reads === 0 ? 'trials.effect.noSigned' : 'trials.effect.signed'),
    ...criteria.map(({ criterion, change }) => text(criterionKeys[change], { criterion })),
  ];
}
