import {
  type AssessmentInput,
  type AssessmentOutput,
  dayNumber,
  progressionRunStart,
  type TimepointOutput,
} from '@corelab/criteria';
import {
  censorsUnresolved,
  type EndpointOptions,
  endpoints,
  type SubjectEndpoints,
  vocabularies,
} from '@corelab/endpoints';
import { AdjudicationError } from './adjudicationError.js';
import { type CourseRead, seriesName, visitsOf } from './courseRead.js';

/** When something happened: its date, days since the reference date, and the visit. Undated courses have the visit alone. */
export interface Moment {
  readonly date: string | null;
  readonly day: number | null;
  readonly timepoint: string | null;
}

export type ProgressionStatus = 'PD' | 'UNCONFIRMED' | 'NONE';

/** What a course comes to, by the endpoints of the trial. */
export interface Outcome {
  /** Unconfirmed and confirmed, as `endpoints` gives them. */
  readonly best: AssessmentOutput['bestOverallResponse'];
  readonly bestResponse: Moment & { readonly value: string };
  readonly progression: Moment & { readonly status: ProgressionStatus };
  /** Of the first response, confirmed where the trial confirms; null without one. */
  readonly response: Moment | null;
  /** Of each visit after the baseline: what a later visit revised counts as revised. Null where nothing was rated. */
  readonly responses: ReadonlyMap<string, string | null>;
  /** Codes that say nothing of the disease. */
  readonly notEvaluable: readonly string[];
  readonly numeric: SubjectEndpoints['numeric'];
}

/** What of a course its outcome is made of: a final put together from two reads has no marks of its own. */
export interface Assessed {
  readonly input: Pick<AssessmentInput, 'startDate' | 'firstDoseDate' | 'newTherapyDate'>;
  readonly output: AssessmentOutput;
  readonly numeric?: CourseRead['numeric'];
}

/** Endpoints need a start; in a course without any date no day is counted from it. */
const undatedStart = '2000-01-01';

export const responseOf = ({ overall, revised }: TimepointOutput): string | null =>
  revised?.value ?? overall ?? null;

function numericOf({ numeric, output }: Assessed) {
  const baseline = output.timepoints[0]?.id;
  return (numeric ?? []).map(({ unit, betterWhen = null, visits, ...series }) => ({
    name: seriesName(series),
    unit,
    betterWhen,
    baseline: visits.find(({ timepoint }) => timepoint === baseline)?.value ?? null,
    visits: visits
      .filter(({ timepoint }) => timepoint !== baseline)
      .map(({ timepoint, value }) => ({ visit: timepoint, value })),
  }));
}

/** What `endpoints` looks at of an output: its shape is checked anew at every call, which takes longer the more there is. */
function lean({ timepoints, ...output }: AssessmentOutput): AssessmentOutput {
  return {
    ...output,
    timepoints: timepoints.map(({ findings, ...one }, index) => ({
      ...one,
      lesions: [],
      trace: [],
      findings: index === 0 ? findings : [],
    })),
  };
}

/** The visit at which a code was given on a date: that of the code where two share the date. */
function visitAt(
  visits: readonly TimepointOutput[],
  date: string | null,
  codes: readonly string[]
): string | null {
  const isCode = (visit: TimepointOutput): boolean =>
    codes.includes(responseOf(visit) ?? '') || codes.includes(visit.overall ?? '');
  const dated = visits.filter(visit => date === null || visit.date === date);
  const coded = dated.find(isCode);
  return coded?.id ?? (date === null ? null : (dated[0]?.id ?? null));
}

/**
 * Best response, progression and first response of a course as `endpoints` counts them: one variant throughout, the
 * confirmed one where the trial or its criterion confirms responses.
 *
 * Progression is what ends progression-free survival in the criterion's vocabulary: PD, ICPD, irPD, PMD, RANO 2.0's PD and
 * cPD. Progression that waits for its confirmation and got neither that nor a reset (IUPD, pPD) is UNCONFIRMED, which is
 * not PD and not none, dated at the first visit of its run, as long as the endpoint counts it; NONE where the trial's
 * option censors it (`unresolvedIupd`, `unresolvedPpd`). A run that was reset is no progression. PCWG3's PDu is PD where
 * `pduRpfs` is event and otherwise none; imRECIST's PD is PD until a later visit takes it back. A confirmed run has the
 * date of its first visit.
 *
 * Throws EndpointError on dates that contradict each other and CriterionError on one that does not exist.
 */
export function outcomeOf(course: Assessed, chosen: Partial<EndpointOptions> = {}): Outcome {
  const { input, output } = course;
  const visits = visitsOf(output);
  const dates = output.timepoints.flatMap(({ date }) => (date ? [date] : []));
  const startDate = input.startDate ?? dates[0] ?? undatedStart;
  const { subjects, options } = endpoints({
    subjects: [
      {
        id: 'course',
        startDate,
        firstDoseDate: input.firstDoseDate ?? null,
        newTherapyDate: input.newTherapyDate ?? null,
        assessment: lean(output),
        numeric: numericOf(course),
      },
    ],
    options: chosen,
  });
  const [result] = subjects;
  if (!result)
    throw new AdjudicationError('CL_COURSE', '/output', '/output: no endpoint came back');
  const {
    responses: vocabulary,
    progression,
    pending,
    response,
    notEvaluable,
  } = vocabularies[options.vocabulary];
  const reference =
    options.refDate === 'firstDose' ? (input.firstDoseDate ?? startDate) : startDate;
  const at = (date: string | null, timepoint: string | null): Moment => ({
    date,
    timepoint,
    day: date === null ? null : dayNumber(date, '/date') - dayNumber(reference, '/startDate'),
  });

  const variant = options.confirmation === 'responses' ? 'confirmed' : 'unconfirmed';
  const best = result.bestOverallResponse[variant];
  const known = result.progression;
  const counts = known !== null && !(known.pending && censorsUnresolved(options));
  const status = !counts ? 'NONE' : known.pending ? 'UNCONFIRMED' : 'PD';
  const progressed = (): string | null => {
    if (!counts) return null;
    if (known.date !== null) return visitAt(visits, known.date, [...progression, ...pending]);
    const codes = visits.map(visit => responseOf(visit) ?? '');
    const final = codes.findIndex(code => progression.includes(code));
    const first = progressionRunStart(codes, final < 0 ? codes.length : final, vocabulary);
    return visits[first]?.id ?? null;
  };
  const respondedOn = result.responseDate[variant];
  const responded = respondedOn !== null || (response ?? []).includes(best.value);
  const { unconfirmed, confirmed, flags } = result.bestOverallResponse;
  return {
    best: { unconfirmed, confirmed, flags: [...flags] },
    bestResponse: { value: best.value, ...at(best.date, visitAt(visits, best.date, [best.value])) },
    progression: { status, ...at(counts ? known.date : null, progressed()) },
    response: responded
      ? at(respondedOn, visitAt(visits, respondedOn, [...(response ?? [])]))
      : null,
    responses: new Map(visits.map(visit => [visit.id, responseOf(visit)])),
    notEvaluable,
    numeric: result.numeric,
  };
}
