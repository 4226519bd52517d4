import type { Charter } from '@corelab/charter';
import type { Kysely } from 'kysely';
import type { Database } from '../database/schema.js';

type HangingProtocols = Charter['hangingProtocols'];
type Pane = HangingProtocols[number]['stages'][number]['panes'][number];

/** One layout as a reader's page is told it: neither its name nor its protocol's, which are the author's words. */
export interface ShownStage {
  readonly rows: number;
  readonly columns: number;
  readonly panes: Pick<Pane, 'role' | 'timepoint' | 'windowPreset'>[];
}

/** The stages in which a timepoint of this kind is read; none where the charter has no protocol for it. */
const stagesOfKind = (protocols: HangingProtocols, kind: string): ShownStage[] =>
  (protocols.find(({ kinds }) => kinds.some(one => one === kind))?.stages ?? []).map(
    ({ rows, columns, panes }) => ({
      ...{ rows, columns },
      panes: panes.map(({ role, timepoint, windowPreset }) => ({
        ...{ role, timepoint },
        ...(windowPreset === undefined ? {} : { windowPreset }),
      })),
    })
  );

/**
 * The same where timepoints are shown that the protocol does not count on, as later ones, or those of a comparison of reads:
 * a stage of one pane has one of them beside it.
 */
const besideAnother = (stages: readonly ShownStage[]): ShownStage[] =>
  stages.map(stage => {
    const [only, ...others] = stage.panes;
    if (only === undefined || others.length > 0) return stage;
    return { rows: 1, columns: 2, panes: [only, { role: only.role, timepoint: 'other' }] };
  });

/** Kinds of timepoint that have nothing before them as a rule, so that their protocols compare with nothing. */
const firstKinds: readonly string[] = ['screening', 'baseline', 'historical'];

/** The stages of the timepoint that a read is of, `studies` timepoints being shown in all. */
export const stagesOfRead = (
  protocols: HangingProtocols,
  kind: string,
  studies: number
): ShownStage[] => {
  const stages = stagesOfKind(protocols, kind);
  return firstKinds.includes(kind) && studies > 1 ? besideAnother(stages) : stages;
};

/** The stages of each timepoint of a subject, by its code, for pages on which any of them may come first. */
export const stagesOfTimepoints = async (
  db: Kysely<Database>,
  one: {
    readonly subjectId: string;
    readonly charter: { readonly hangingProtocols: HangingProtocols };
  }
): Promise<(code: string) => ShownStage[]> => {
  const rows = await db
    .selectFrom('timepoint')
    .select(['code', 'kind'])
    .where('subject_id', '=', one.subjectId)
    .execute();
  const kinds = new Map(rows.map(({ code, kind }) => [code, kind]));
  return code => besideAnother(stagesOfKind(one.charter.hangingProtocols, kinds.get(code) ?? ''));
};
