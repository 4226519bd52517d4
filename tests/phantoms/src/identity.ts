import { hiddenCode, hiddenTags } from './hidden.js';
import { canaryOf } from './identifiers.js';
import type { DicomElements } from './types.js';

type Row = readonly [tag: string, vr: string];

/** Attributes that identify a patient: the same in all studies of a subject. */
const patientRows: readonly Row[] = [
  ['00100010', 'PN'],
  ['00100020', 'LO'],
  ['00100021', 'LO'],
  ['00101000', 'LO'],
  ['00101001', 'PN'],
  ['00101005', 'PN'],
  ['00101040', 'LO'],
  ['00101060', 'PN'],
  ['00102154', 'SH'],
  ['00102160', 'SH'],
  ['00102180', 'SH'],
  ['001021B0', 'LT'],
  ['00104000', 'LT'],
];

/** Attributes that identify an institution, a person, an order or a device: one set per study. */
const studyRows: readonly Row[] = [
  ['00080050', 'SH'],
  ['00080080', 'LO'],
  ['00080081', 'ST'],
  ['00080090', 'PN'],
  ['00081010', 'SH'],
  ['00081030', 'LO'],
  ['0008103E', 'LO'],
  ['00081040', 'LO'],
  ['00081048', 'PN'],
  ['00081050', 'PN'],
  ['00081060', 'PN'],
  ['00081070', 'PN'],
  ['00120031', 'LO'],
  ['00120051', 'ST'],
  ['00120060', 'LO'],
  ['00181000', 'LO'],
  ['00181030', 'LO'],
  ['00200010', 'SH'],
  ['00204000', 'LT'],
  ['00321032', 'PN'],
  ['00321060', 'LO'],
  ['00324000', 'LT'],
  ['00380010', 'LO'],
  ['00400253', 'SH'],
  ['00400254', 'LO'],
  ['00400280', 'ST'],
];

/** Attributes inside RequestAttributesSequence. */
const requestRows: readonly Row[] = [
  ['00080050', 'SH'],
  ['00321060', 'LO'],
  ['00400007', 'LO'],
  ['00400009', 'SH'],
  ['00401001', 'SH'],
];

/** Attributes inside OtherPatientIDsSequence. */
const otherIdRows: readonly Row[] = [
  ['00100020', 'LO'],
  ['00100021', 'LO'],
];

const NESTED = 50;
const privateTags = ['00091001', '00091002'] as const;
const PRIVATE_CREATOR = '00090010';

/** What intake recognises a series by; the rest of a description is a canary. */
export const SERIES_PHRASE = 'CT PV AX';

const element = (vr: string, text: string) => ({
  vr,
  Value: vr === 'PN' ? [{ Alphabetic: `${text}^PHANTOM` }] : [text],
});

function fill(rows: readonly Row[], n: number): DicomElements {
  return Object.fromEntries(rows.map(([tag, vr]) => [tag, element(vr, canaryOf(tag, n))]));
}

/**
 * Every identifying attribute of a study, each with its canary.
 * @param patient number of the subject, from 1 to 49
 * @param study number of the study in the whole trial, from 1 to 49
 */
export function identityOf(patient: number, study: number): DicomElements {
  return {
    ...fill(patientRows, patient),
    ...fill(studyRows, study),
    '0008103E': element('LO', `${SERIES_PHRASE} ${canaryOf('0008103E', study)}`),
    '00101002': {
      vr: 'SQ',
      Value: [
        {
          ...fill(otherIdRows, NESTED + patient),
          '00100022': element('CS', 'TEXT'),
        },
      ],
    },
    '00400275': {
      vr: 'SQ',
      Value: [
        {
          ...fill(requestRows, NESTED + study),
          '00400008': { vr: 'SQ', Value: [hiddenCode(study)] },
        },
      ],
    },
    [PRIVATE_CREATOR]: element('LO', canaryOf(PRIVATE_CREATOR, study)),
    [privateTags[0]]: element('LO', canaryOf(privateTags[0], study)),
    [privateTags[1]]: {
      vr: 'SQ',
      Value: [{ '00080080': element('LO', canaryOf(privateTags[1], study)) }],
    },
  };
}

/** Overrides that empty what names a person: images as a site sends them that has removed its patients' identity. */
export const withoutPerson: DicomElements = {
  ...Object.fromEntries(patientRows.map(([tag, vr]) => [tag, { vr, Value: [] }])),
  '00100030': { vr: 'DA', Value: [] },
  '00101002': { vr: 'SQ', Value: [] },
};

/**
 * All canaries of a trial with so many subjects and studies, without repetition.
 * @param compressed numbers of the studies whose frames are compressed, and so have comments
 */
export function allCanaries(
  patients: number,
  studies: number,
  compressed: readonly number[]
): string[] {
  const numbered = (tags: readonly string[], count: number, from: number) =>
    tags.flatMap(tag => Array.from({ length: count }, (_, i) => canaryOf(tag, from + i + 1)));
  const { frameComment, ...inEvery } = hiddenTags;
  const tagsOf = (rows: readonly Row[]) => rows.map(([tag]) => tag);
  return [
    ...numbered(tagsOf(patientRows), patients, 0),
    ...numbered(tagsOf(otherIdRows), patients, NESTED),
    ...numbered([...tagsOf(studyRows), PRIVATE_CREATOR, ...privateTags], studies, 0),
    ...numbered(Object.values(inEvery), studies, 0),
    ...compressed.map(study => canaryOf(frameComment, study)),
    ...numbered(tagsOf(requestRows), studies, NESTED),
  ];
}
