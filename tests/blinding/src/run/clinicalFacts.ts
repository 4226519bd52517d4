import { post, type ApiPerson } from '@corelab/e2e';
import type { Canary, Viewer } from '../canaries/canary.js';

/** The part of the trial's charter that keeps every kind of fact, two of them for readers. */
export const keptFacts = `clinicalFacts:
  histology: { roles: [dataManager, reader, adjudicator], when: always }
  priorSurgery: { roles: [dataManager, reader], when: afterImagingLocked }
${['steroids', 'clinicalStatus', 'labs', 'priorRadiation', 'weight', 'height', 'sex']
  .map(kind => `  ${kind}: { roles: [dataManager], when: neverToReaders }\n`)
  .join('')}`;

/** Of which subject of the trial a fact is: one that both readers have signed, one that nobody has, that of the read that stays open. */
type Of = 'discordant' | 'untouched' | 'open';

interface PlantedFact {
  readonly of: Of;
  readonly kind: string;
  readonly date?: string;
  readonly value?: string;
  readonly unit?: string;
  readonly name?: string;
  /** Who may see its value. */
  readonly may?: readonly Viewer[];
}

const readers: readonly Viewer[] = ['R1', 'R2'];

/**
 * Values that stand nowhere by chance. The dates are years before those of the images, and the one that is told, moved by
 * the days of a course, comes near none of the others. An answer must not come to be as many bytes long as the code of a site.
 */
const planted: readonly PlantedFact[] = [
  { of: 'discordant', kind: 'randomisation', date: '2015-01-07' },
  { of: 'discordant', kind: 'firstDose', date: '2015-01-19' },
  { of: 'discordant', kind: 'death', date: '2015-11-23' },
  {
    ...{ of: 'discordant', kind: 'newAnticancerTherapy', date: '2015-08-13' },
    value: 'Hoopoe inhibitor',
  },
  {
    ...{ of: 'discordant', kind: 'steroids', date: '2015-02-03' },
    ...{ value: '13.570317', unit: 'mg/day' },
  },
  { of: 'discordant', kind: 'clinicalStatus', date: '2015-02-11', value: 'worse' },
  {
    ...{ of: 'discordant', kind: 'labs', date: '2015-02-17' },
    ...{ value: '917.30519', unit: 'U/l', name: 'Lapwingase' },
  },
  { of: 'discordant', kind: 'priorRadiation', date: '2014-04-09', value: 'Dotterel field' },
  {
    ...{ of: 'discordant', kind: 'weight', date: '2015-03-05' },
    ...{ value: '71.371905', unit: 'kg' },
  },
  { of: 'discordant', kind: 'height', value: '173.91937', unit: 'cm' },
  { of: 'discordant', kind: 'sex', value: 'O' },
  {
    ...{ of: 'discordant', kind: 'histology', value: 'Whimbrel tumour moderately differentiated' },
    may: [...readers, 'ADJ'],
  },
  {
    ...{ of: 'discordant', kind: 'priorSurgery', date: '2011-06-15' },
    ...{ value: 'Turnstone resection', may: readers },
  },
  {
    of: 'untouched',
    kind: 'histology',
    value: 'Godwit tumour poorly differentiated',
    may: readers,
  },
  // To be seen once the read is signed, and nobody signs this one.
  { of: 'open', kind: 'priorSurgery', date: '2011-09-21', value: 'Redshank resection' },
];

/** Brings all of them in, as a file. */
export async function bringFacts(
  manager: ApiPerson,
  path: string,
  subjects: Readonly<Record<Of, string>>
): Promise<void> {
  const lines = planted.map(({ of, kind, date = '', value = '', unit = '', name = '' }) =>
    [subjects[of], kind, date, value, unit, name].join(',')
  );
  const text = ['subject,kind,date,value,unit,name', ...lines, ''].join('\n');
  const content = Buffer.from(text).toString('base64');
  await post(manager, path, { fileName: 'facts.csv', source: 'the proof', content });
}

/** Words that a model has for values stand in every program: of these the date is searched alone. */
const longEnough = 8;

export const factCanaries = (): Canary[] =>
  planted.flatMap(({ of, kind, date, value = '', name, may = [] }): Canary[] => [
    ...(value.length < longEnough
      ? []
      : [{ kind: 'clinicalFact' as const, text: value, at: `${kind} of the ${of} one`, may }]),
    ...(name === undefined
      ? []
      : [{ kind: 'clinicalFact' as const, text: name, at: `name of ${kind}`, may }]),
    // Whoever may see a fact is told its date as the course has moved it.
    ...(date === undefined
      ? []
      : [
          {
            ...{ kind: 'clinicalFact' as const, text: date, at: `date of ${kind}` },
            ...{ may: [], date: true },
          },
        ]),
  ]);
