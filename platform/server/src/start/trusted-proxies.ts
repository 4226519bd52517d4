import { isIP } from 'node:net';

type Environment = Readonly<Record<string, string | undefined>>;

/** Names of ranges that fastify knows. */
const ranges: readonly string[] = ['loopback', 'linklocal', 'uniquelocal'];

const bitsOf: Readonly<Record<number, number>> = { 4: 32, 6: 128 };

const isTrustable = (entry: string): boolean => {
  if (ranges.includes(entry)) return true;
  const [address = '', prefix, ...more] = entry.split('/');
  const bits = bitsOf[isIP(address)];
  if (bits === undefined || more.length > 0) return false;
  if (prefix === undefined) return true;
  // 0 would be everybody.
  return /^[1-9]\d{0,2}$/.test(prefix) && Number(prefix) <= bits;
};

/**
 * The proxies whose `X-Forwarded-For` is believed, from CORELAB_TRUSTED_PROXIES: addresses and networks (CIDR), by commas. None
 * unless said: else anybody could give themselves any address, and be let in as often as they like.
 * @throws Error that names the entry that is neither
 */
export const trustedProxiesOf = (environment: Environment): readonly string[] => {
  const given = environment['CORELAB_TRUSTED_PROXIES'] ?? '';
  const entries = given
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');
  const wrong = entries.find(entry => !isTrustable(entry));
  if (wrong !== undefined) {
    throw new Error(
      `CORELAB_TRUSTED_PROXIES has "${wrong}": expected addresses or networks with commas between, as 10.0.0.5, 192.168.1.0/24.`
    );
  }
  return entries;
};
