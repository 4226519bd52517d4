import { criteria, inputSchemaOf } from '@corelab/criteria';
import { identityFields, stateFields } from './enteredState.js';

/** Entries of lesions and timepoints that have no kind of difference of their own. */
export interface DetailFields {
  readonly lesion: readonly string[];
  readonly timepoint: readonly string[];
}

/** Entries that have one, or that no reader decides. */
const ofLesions: readonly string[] = [...identityFields, ...stateFields, 'date'];
const ofTimepoints: readonly string[] = [
  'id',
  'kind',
  'date',
  'lesions',
  'evaluable',
  'reason',
  'nonTargetJudgement',
  'readerResponse',
];

interface Described {
  readonly properties: Readonly<Record<string, unknown>>;
}

/**
 * What a criterion takes beyond state, size and place: slice thickness, density, a bone scan. Nothing else of an entry is
 * looked at, so that what came along with a read (who made it, when) can't come out as a difference.
 */
export function detailFieldsOf(criterion: string): DetailFields {
  const known = Object.hasOwn(criteria, criterion) ? criteria[criterion] : undefined;
  if (!known) return { lesion: [], timepoint: [] };
  const { items: timepoint } = inputSchemaOf(known).properties.timepoints as unknown as {
    readonly items: Described & {
      readonly properties: { readonly lesions: { readonly items: Described } };
    };
  };
  const names = ({ properties }: Described, own: readonly string[]): string[] =>
    Object.keys(properties)
      .filter(name => !own.includes(name))
      .sort();
  return {
    lesion: names(timepoint.properties.lesions.items, ofLesions),
    timepoint: names(timepoint, ofTimepoints),
  };
}
