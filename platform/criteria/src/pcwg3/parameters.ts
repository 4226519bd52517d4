import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  CourseSchema,
  days,
  flag,
  oneOf,
  recistParameters,
} from '../course/parameters.js';

/** Texts: oncology-criteria section 13, and sections 0.2 to 0.4, 1 and 16.1 for soft tissue. */
export const ParametersSchema = Type.Object(
  {
    standard: oneOf(
      ['pcwg3', 'pcwg2'],
      'Working group recommendations: PCWG3, or PCWG2 with the sums of RECIST 1.0.'
    ),
    ...Type.Omit(CourseSchema, ['maxTargets', 'maxTargetsPerOrgan']).properties,
    ...recistParameters,
    maxPerSite: Type.Integer({
      minimum: 1,
      default: 5,
      description:
        'Largest number of targets in one site: pelvic nodes, extrapelvic nodes, lung, liver, adrenal, CNS, other.',
    }),
    'pcwg.maxTotal': Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], {
      default: null,
      description: 'Largest number of targets in total; null: no limit.',
    }),
    flareDays: days(84, 'A first bone scan up to this many days after the start can be flare.'),
    boneConfirmDays: days(42, 'Least days between bone progression and the scan that confirms it.'),
    pduBor: oneOf(
      ['SD', 'PD'],
      'What unconfirmed bone progression that nothing resolved counts as in the best response.'
    ),
    pduRpfs: oneOf(
      ['noEvent', 'event'],
      'Endpoints: whether unconfirmed bone progression that nothing resolved is an event.'
    ),
    psaConfirmDays: days(
      21,
      'Least days between a rise or a decline of PSA and the value that confirms it.'
    ),
    psaNoDeclineDays: days(
      84,
      'Without any decline of PSA, rises up to this many days after the start do not count.'
    ),
    'pcwg.nedNed': oneOf(
      ['NE', 'NED'],
      'No disease in soft tissue and none in bone: not evaluable, or no evidence of disease.'
    ),
    'pcwg2.laterConfirm': flag(
      false,
      'PCWG2: whether bone progression after the first scan waits for a second scan.'
    ),
    'pcwg2.softConfirmDays': days(
      42,
      'PCWG2: least days between soft-tissue progression at the first assessment and the one that confirms it.'
    ),
    ...bestResponseParameters,
    confirmation: oneOf(
      ['responses', 'none'],
      'responses: complete and partial responses count once confirmed by a later visit; none: at once.'
    ),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
