import { Secret, TOTP } from 'otpauth';

/** What an authenticator app with this key shows at a time. */
export const codeAt = (key: string, at: Date): string =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: at.getTime() });
