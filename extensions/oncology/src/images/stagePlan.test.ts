import { describe, expect, it } from '@jest/globals';
import type { HangingStage, ReadStudy } from '@corelab/client';
import {
  comparisonWord,
  missingRole,
  onlyPane,
  planOf,
  usableStages,
  type OtherTimepoint,
  type PanePlan,
  type PlanStudies,
} from './stagePlan.js';

const stageOf = (rows: number, columns: number, ...panes: HangingStage['panes']): HangingStage => ({
  ...{ rows, columns, panes },
});
const pane = (role: string, timepoint: HangingStage['panes'][number]['timepoint'] = 'current') => ({
  ...{ role, timepoint },
});
const studyOf = (roles: readonly string[], stages?: HangingStage[]): ReadStudy => ({
  studyInstanceUid: 'now',
  timepoint: 'TP 1',
  current: true,
  series: roles.map((role, index) => ({ seriesInstanceUid: `now.${index}`, role, problems: [] })),
  notShown: [],
  ...(stages === undefined ? {} : { stages }),
});

const studies = (
  compared: string | null = 'nadir',
  known: Partial<Record<OtherTimepoint, string>> = { baseline: 'first', previous: 'before' }
): PlanStudies => ({ current: 'now', compared, studyAs: word => known[word] ?? null });

const written = ({ rows, columns, places }: PanePlan): string[] => [
  `${rows}x${columns}`,
  ...places.map(
    ({ id, studyInstanceUid, role, row, column }) =>
      `${row},${column} ${id} ${role} of ${studyInstanceUid}`
  ),
];
const planned = (stage: HangingStage, of: PlanStudies = studies()): string[] =>
  written(planOf({ index: 0, stage }, of));

describe('the panes of a case without stages', () => {
  it('are the timepoint that is read, and beside it the compared one', () => {
    expect(written(planOf(undefined, studies()))).toEqual([
      '1x2',
      '0,0 current null of now',
      '0,1 comparison null of nadir',
    ]);
    expect(written(planOf(undefined, studies(null)))).toEqual(['1x1', '0,0 current null of now']);
  });
});

describe('the panes of a stage', () => {
  it('are where the charter has them, each with its role', () => {
    const stage = stageOf(
      ...([2, 2, pane('PT'), pane('CT')] as const),
      ...[pane('PT', 'baseline'), pane('CT', 'baseline')]
    );
    expect(planned(stage, studies('first'))).toEqual([
      '2x2',
      '0,0 current PT of now',
      '0,1 pane-2 CT of now',
      '1,0 comparison PT of first',
      '1,1 pane-4 CT of first',
    ]);
  });

  it('follow the chosen comparison where they have the word of the first other pane, and stay where they have another', () => {
    const stage = stageOf(
      ...([2, 2, pane('CT'), pane('CT', 'baseline')] as const),
      ...[pane('CT', 'previous'), pane('PT', 'baseline')]
    );
    const plan = planOf({ index: 1, stage }, studies('chosen'));
    expect(plan.stage).toBe(1);
    expect(
      plan.places.map(({ studyInstanceUid, compares }) => [studyInstanceUid, compares])
    ).toEqual([
      ['now', false],
      ['chosen', true],
      ['before', false],
      ['chosen', true],
    ]);
    expect(comparisonWord(stage)).toBe('baseline');
    expect(comparisonWord(stageOf(1, 1, pane('CT')))).toBe(null);
    expect(comparisonWord(undefined)).toBe(null);
  });

  it('are left out without a timepoint, and so are rows and columns that then hold nothing', () => {
    const below = stageOf(2, 2, pane('PT'), pane('CT'), pane('PT', 'nadir'), pane('CT', 'nadir'));
    expect(planned(below, studies(null))).toEqual([
      '1x2',
      '0,0 current PT of now',
      '0,1 pane-2 CT of now',
    ]);
    const beside = stageOf(2, 2, pane('PT'), pane('PT', 'nadir'), pane('CT'), pane('CT', 'nadir'));
    expect(planned(beside, studies(null))).toEqual([
      '2x1',
      '0,0 current PT of now',
      '1,0 pane-3 CT of now',
    ]);
    const middle = stageOf(1, 3, pane('CT'), pane('CT', 'baseline'), pane('CT', 'previous'));
    expect(planned(middle, studies(null))).toEqual([
      '1x2',
      '0,0 current CT of now',
      '0,1 pane-3 CT of before',
    ]);
    expect(planned(middle, studies('first', {}))).toEqual([
      '1x2',
      '0,0 current CT of now',
      '0,1 comparison CT of first',
    ]);
  });

  it('keep their window, and their place in the charter when one stands alone', () => {
    const stage = stageOf(1, 2, pane('PT'), { ...pane('CT'), windowPreset: 'Lung' });
    const plan = planOf({ index: 0, stage }, studies());
    expect(plan.places.map(({ windowPreset }) => windowPreset)).toEqual([null, 'Lung']);
    expect(written(onlyPane(plan, 'pane-2'))).toEqual(['1x1', '0,0 pane-2 CT of now']);
    expect(onlyPane(plan, 'comparison')).toBe(plan);
    expect(onlyPane(plan, null)).toBe(plan);
  });
});

describe('the stages of a timepoint', () => {
  const stages = [
    stageOf(1, 1, pane('MR')),
    stageOf(1, 2, pane('MR'), pane('CT')),
    stageOf(1, 2, pane('PT'), pane('CT', 'baseline')),
    stageOf(1, 1, pane('CT')),
  ];

  it('are passed over without images for a pane of the timepoint that is read', () => {
    expect(usableStages(studyOf(['CT'], stages)).map(({ index }) => index)).toEqual([1, 3]);
    expect(usableStages(studyOf(['US'], stages))).toEqual([]);
    expect(usableStages(studyOf(['CT']))).toEqual([]);
    expect(usableStages(undefined)).toEqual([]);
  });

  it('say of a pane whose role its timepoint has not', () => {
    const [first] = planOf({ index: 0, stage: stageOf(1, 1, pane('PT')) }, studies()).places;
    if (first === undefined) throw new Error('the plan has no pane');
    expect(missingRole(first, studyOf(['CT']))).toBe('PT');
    expect(missingRole(first, studyOf(['CT', 'PT']))).toBe(null);
    expect(missingRole({ ...first, role: null }, studyOf(['CT']))).toBe(null);
  });
});
