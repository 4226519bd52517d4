import { describe, expect, it } from '@jest/globals';
import { trustedProxiesOf } from './trusted-proxies.js';

const of = (given?: string) =>
  trustedProxiesOf(given === undefined ? {} : { CORELAB_TRUSTED_PROXIES: given });

describe('proxies that are believed', () => {
  it('are none unless said', () => {
    expect(of()).toEqual([]);
    expect(of('  ')).toEqual([]);
  });

  it('are addresses, networks and names of ranges', () => {
    expect(of('10.0.0.5, 192.168.1.0/24,fd00::/8 , loopback')).toEqual([
      ...['10.0.0.5', '192.168.1.0/24', 'fd00::/8', 'loopback'],
    ]);
  });

  it.each([
    'proxy.example',
    '10.0.0.5/33',
    '0.0.0.0/0',
    '::/0',
    '10.0.0.5/',
    'true',
    '1',
    '10.0.0',
  ])('are not: %s', entry => {
    expect(() => of(`10.0.0.5, ${entry}`)).toThrow(`CORELAB_TRUSTED_PROXIES has "${entry}"`);
  });
});
