import { randomBytes } from 'node:crypto';

/** Random towards browsers; tells nothing about order or time. */
export const randomPublicId = (): string => randomBytes(16).toString('base64url');
