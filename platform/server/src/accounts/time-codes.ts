import { Secret, TOTP } from 'otpauth';
import { encode } from 'uqr';

/** RFC 6238 as every authenticator app takes it. */
const form = { algorithm: 'SHA1', digits: 6, period: 30 } as const;

/** 160 random bits, as RFC 4226 asks, in base 32. */
export const newTimeSecret = (): string => new Secret({ size: 20 }).base32;

/**
 * The time step of which a code is, the one before or the one after now; null where it is of none: clocks differ, and a code
 * is typed slowly.
 */
export const stepOfCode = (secret: string, code: string, now: Date): number | null => {
  const timestamp = now.getTime();
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret) });
  const delta = totp.validate({ token: code, timestamp, window: 1 });
  return delta === null ? null : Math.floor(timestamp / (form.period * 1000)) + delta;
};

/** What an app is told: as a key to type, and as a picture of squares (an SVG path in a square of `size`). */
export interface TimeKey {
  readonly key: string;
  readonly address: string;
  readonly picture: { readonly size: number; readonly path: string };
}

export const timeKeyOf = (secret: string, user: string, issuer: string): TimeKey => {
  const totp = new TOTP({ ...form, secret: Secret.fromBase32(secret), label: user, issuer });
  const address = totp.toString();
  const { data, size } = encode(address, { border: 4 });
  const path = data
    .flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return { key: secret, address, picture: { size, path } };
};
