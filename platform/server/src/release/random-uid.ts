import { randomBytes } from 'node:crypto';

/** A DICOM UID under 2.25 from 128 random bits (PS3.5 annex B.2), at most 44 characters. */
export const randomUid = (): string => `2.25.${BigInt(`0x${randomBytes(16).toString('hex')}`)}`;
