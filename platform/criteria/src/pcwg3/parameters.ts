import { type Static, Type } from '@sinclair/typebox';
import {
  bestResponseParameters,
  courseParameters,
  days,
  flag,
  oneOf,
} from '../course/parameters.js';

const soft = Type.Omit(Type.Object(courseParameters), ['maxTargets', 'maxTargetsPerOrgan']);

/** Texts: oncology-criteria section 13, and sections 0.2 to 0.4, 1 and 16.1 for soft tissue. */
export const ParametersSchema = Type.Object(
  {
    standard: oneOf(['pcwg3', 'pcwg2']),
    ...soft.properties,
    prCarry: oneOf(['none', 'faq']),
    reappearAfterCr: oneOf(['pd', 'sumRule']),
    ntPd: oneOf(['reader']),
    maxPerSite: Type.Integer({ minimum: 1, default: 5 }),
    'pcwg.maxTotal': Type.Union([Type.Integer({ minimum: 1 }), Type.Null()], { default: null }),
    flareDays: days(84),
    boneConfirmDays: days(42),
    pduBor: oneOf(['SD', 'PD']),
    pduRpfs: oneOf(['noEvent', 'event']),
    psaConfirmDays: days(21),
    psaNoDeclineDays: days(84),
    'pcwg.nedNed': oneOf(['NE', 'NED']),
    'pcwg2.laterConfirm': flag(false),
    'pcwg2.softConfirmDays': days(42),
    ...bestResponseParameters,
    confirmation: oneOf(['responses', 'none']),
  },
  { additionalProperties: false }
);

export type Parameters = Static<typeof ParametersSchema>;
