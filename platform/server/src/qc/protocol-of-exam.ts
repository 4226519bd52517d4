import type { Charter } from '@corelab/charter';
import { sql, type Kysely } from 'kysely';
import type { Database } from '../database/schema.js';
import { examsWithoutImages } from '../intake/timepoint-images.js';
import type { TimepointState } from '../workflow/machines/timepoint.js';
import { purposesOf } from './judge-series.js';

type RoleProtocol = Charter['imagingProtocol']['roles'][string];

/** What the imaging protocol asks of the series of one role; null where it asks nothing. */
export interface RoleAsked {
  readonly role: string;
  readonly modality: string;
  readonly maxSliceThicknessMm: number | null;
  readonly maxGapMm: number | null;
  readonly maxPixelSpacingMm: number | null;
  readonly minCoverageMm: number | null;
  readonly contrast: 'with' | 'without' | 'either' | null;
  readonly sameScanner: boolean | null;
  readonly attributes: readonly {
    readonly attribute: string;
    readonly equals: readonly string[];
    readonly from: number | null;
    readonly to: number | null;
    readonly severity: 'major' | 'minor';
  }[];
}

/** What the charter in force asks of an exam and its timepoints. */
export interface ExamProtocol {
  readonly qc: 'person' | 'automatic';
  /** `read`, and the criteria and instruments: what a series may be used for. */
  readonly purposes: readonly string[];
  readonly regions: readonly string[];
  readonly roles: readonly RoleAsked[];
  readonly timepoints: readonly {
    readonly timepoint: string;
    readonly label: string;
    readonly state: TimepointState;
    /** Roles that it needs, and whether a series of any of its exams that can be read has it. */
    readonly roles: readonly { readonly role: string; readonly there: boolean }[];
  }[];
}

const askedOf = (
  { role, modality }: Charter['series'][number],
  general: number | undefined,
  asked: RoleProtocol | undefined
): RoleAsked => ({
  ...{ role, modality },
  maxSliceThicknessMm: asked?.maxSliceThicknessMm ?? general ?? null,
  maxGapMm: asked?.maxGapMm ?? null,
  maxPixelSpacingMm: asked?.maxPixelSpacingMm ?? null,
  minCoverageMm: asked?.minCoverageMm ?? null,
  contrast: asked?.contrast ?? null,
  sameScanner: asked?.sameScanner ?? null,
  attributes: (asked?.attributes ?? []).map(({ attribute, equals, from, to, severity }) => ({
    ...{ attribute, equals: equals ?? [], from: from ?? null, to: to ?? null, severity },
  })),
});

/** What is asked of an exam by a charter, with what its timepoints have already. */
export const protocolOf = async (
  db: Kysely<Database>,
  charter: Charter,
  examId: string
): Promise<ExamProtocol> => {
  const { imagingProtocol: protocol } = charter;
  const rows = await db
    .selectFrom('timepoint_exam')
    .innerJoin('timepoint', 'timepoint.id', 'timepoint_exam.timepoint_id')
    .select(['timepoint.code', 'timepoint.plan', 'timepoint.label', 'timepoint.state'])
    .select(
      sql<string[]>`(
        select coalesce(json_agg(distinct series.role), '[]'::json)
        from timepoint_exam as beside join exam on exam.id = beside.exam_id
          join series on series.exam_id = exam.id
        where beside.timepoint_id = timepoint.id and series.role is not null
          and series.usable ->> 'read' <> 'no' and exam.state not in (${sql.join(examsWithoutImages)}))`.as(
        'there'
      )
    )
    .where('timepoint_exam.exam_id', '=', examId)
    .orderBy('timepoint.ordinal')
    .execute();
  return {
    qc: protocol.qc,
    purposes: purposesOf(charter),
    regions: protocol.regions,
    roles: charter.series.map(one =>
      askedOf(one, protocol.maxSliceThicknessMm, protocol.roles[one.role])
    ),
    timepoints: rows.map(({ code, plan, label, state, there }) => ({
      ...{ timepoint: code, label, state },
      roles: (charter.timepoints.find(({ id }) => id === (plan ?? code))?.roles ?? []).map(
        role => ({
          ...{ role, there: there.includes(role) },
        })
      ),
    })),
  };
};
