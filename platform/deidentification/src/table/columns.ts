import type { OptionName } from '../options.js';

/**
 * What the basic profile says (PS3.15, table E.1-1a): D a dummy of the VR, Z empty, X removed, U a UID replaced
 * consistently. Of two or three, the first that the attribute's type in its IOD allows: X for type 3, Z for type 2, D or U
 * for type 1. K (kept) and C (cleaned) are said by options alone.
 */
export type BasicAction = 'D' | 'Z' | 'X' | 'U' | 'Z/D' | 'X/Z' | 'X/D' | 'X/Z/D' | 'X/Z/U*';

/** What an option says of an attribute when it is chosen. */
export type Columns = Readonly<Partial<Record<OptionName, 'K' | 'C'>>>;

/**
 * Type in the image IODs that are admitted (CT, MR, PET and their enhanced forms; PS3.3, A.3, A.4, A.21, A.36, A.38, A.56),
 * of the whole dataset and functional groups: the strictest of them, conditional types as unconditional ones. 3 when it is
 * not said: optional, or in none of them.
 */
export type IodType = 1 | 2;

/** Tag in eight hex digits, keyword and VR of PS3.6, action, what options say, type where an action depends on it. */
export type Row = readonly [
  tag: string,
  keyword: string,
  vr: string,
  action: BasicAction,
  columns?: Columns,
  type?: IodType,
];

export const none: Columns = {};
export const dates: Columns = { retainFullDates: 'K', retainModifiedDates: 'C' };
export const described: Columns = { cleanDescriptors: 'C' };
export const device: Columns = { retainDeviceIdentity: 'K' };
/** Application entities: cleaned, not kept. */
export const station: Columns = { retainDeviceIdentity: 'C' };
export const deviceDates: Columns = { ...device, ...dates };
export const uid: Columns = { retainUids: 'K' };
export const deviceUid: Columns = { ...uid, ...device };
export const institution: Columns = { retainInstitutionIdentity: 'K' };
export const patient: Columns = { retainPatientCharacteristics: 'K' };
export const patientText: Columns = { retainPatientCharacteristics: 'C' };
export const patientDescribed: Columns = { ...patientText, ...described };
export const structured: Columns = { cleanStructuredContent: 'C' };
export const graphics: Columns = { cleanGraphics: 'C' };
