/**
 * Criteria by which the response at a visit takes the days between visits, by confirmation after so many days or a time since
 * the start. By the others their order is enough; the best overall response asks for days in all of them.
 */
const byDays: readonly string[] = [
  'irecist',
  'imrecist',
  'irrc',
  'lugano-2014',
  'macdonald',
  'pcwg3',
  'rano-2.0',
  'rano-hgg-2010',
];

/**
 * Whether the response at a visit can depend on the days between visits. A response that is carried once it is confirmed
 * (`prCarry`) does, whatever the criterion.
 */
export function dependsOnDays(
  criterion: string,
  parameters: Readonly<Record<string, unknown>> = {}
): boolean {
  const { prCarry = 'none', confirmation = 'none' } = parameters;
  return byDays.includes(criterion) || (prCarry !== 'none' && confirmation !== 'none');
}
