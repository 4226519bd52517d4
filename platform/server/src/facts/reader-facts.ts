import { factKinds, type ClinicalFacts, type FactKind } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import type { CharterTerms } from '../trials/charter-terms.js';
import { baselineDateOf } from '../workflow/course-history.js';
import { dateTold, dayTold } from '../workflow/told-time.js';
import { clinicalFactsInForce } from './kept-kinds.js';
import { latestDay } from './partial-date.js';

/** A case that somebody reads or decides on, as far as it says which facts they may see. */
export interface CaseOfFacts {
  readonly trialId: string;
  readonly subjectId: string;
  readonly charter: Pick<CharterTerms, 'blinding' | 'clinicalFacts'>;
  readonly dateShiftDays: number;
  readonly role: 'reader' | 'adjudicator';
  /** Their read, or their decision, is signed. */
  readonly locked: boolean;
  /** Real date of the last timepoint that the case is of; null where it is not known. */
  readonly until: string | null;
  /** As they stood at an entry of the trial's chain; as they stand now unless said. */
  readonly asOf?: number;
}

export interface ToldFact {
  readonly kind: FactKind;
  readonly name: string | null;
  readonly value: string | null;
  readonly unit: string | null;
  /** As readers are told dates; empty where none is told, or the fact has none. */
  readonly date: string;
  readonly day: number | null;
}

/** Kinds that the case's charter shows in the role by now and the version in force still keeps. */
export const shownKinds = (
  { charter, role, locked }: Pick<CaseOfFacts, 'charter' | 'role' | 'locked'>,
  inForce: ClinicalFacts
): FactKind[] =>
  factKinds.filter(kind => {
    const fact = charter.clinicalFacts[kind];
    if (fact === undefined || inForce[kind] === undefined || !fact.roles.includes(role))
      return false;
    return fact.when === 'always' || (fact.when === 'afterImagingLocked' && locked);
  });

/**
 * The facts of a subject that somebody may see beside a case, dates as their charter tells dates. One that may be of a day
 * after the case's last timepoint is left out: it would tell of what came later.
 */
export const factsToldIn = async (db: Kysely<Database>, one: CaseOfFacts): Promise<ToldFact[]> => {
  const kinds = shownKinds(one, await clinicalFactsInForce(db, one.trialId));
  if (kinds.length === 0) return [];
  const rows = await db
    .selectFrom('clinical_fact')
    .select(['kind', 'name', 'value', 'unit', 'date'])
    .where('subject_id', '=', one.subjectId)
    .where('kind', 'in', kinds)
    .where(({ eb, or, and }) =>
      one.asOf === undefined
        ? eb('to_sequence', 'is', null)
        : and([
            eb('from_sequence', '<=', one.asOf),
            or([eb('to_sequence', 'is', null), eb('to_sequence', '>', one.asOf)]),
          ])
    )
    .where('withdrawn', '=', false)
    .orderBy('key_date')
    .orderBy('name')
    .execute();
  const baseline = await baselineDateOf(db, one.subjectId);
  const isPast = (date: string | null): boolean =>
    date === null || (one.until !== null && latestDay(date) <= one.until);
  return rows
    .filter(({ date }) => isPast(date))
    .map(({ kind, name, value, unit, date }) => ({
      ...{ kind: kind as FactKind, name: name || null, value, unit },
      date: dateTold(one, date),
      day: dayTold(one, baseline, date),
    }))
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
};
