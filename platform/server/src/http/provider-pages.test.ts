import { describe, expect, it } from '@jest/globals';
import { providerEndPage, type ProviderEnd } from './provider-pages.js';

const refused = (code: string, windowId: string | null): ProviderEnd => ({
  ...{ goTo: null, back: '/login?next=%2F', windowId, secret: null },
  refusal: { code, message: 'What <the> server says.' },
});
/** What a person reads. */
const words = (page: string): string => /<main>([\s\S]*)<\/main>/.exec(page)?.[1] ?? '';

describe('the page after a refused way to the provider', () => {
  it.each([
    ...['CL_OTHER_PERSON', 'CL_NOT_LOGGED_IN', 'CL_PROVIDER_NOBODY', 'CL_PROVIDER_REFUSED'],
    ...['CL_PROVIDER_ANSWER', 'CL_PROVIDER_LOGIN_UNKNOWN', 'CL_PROVIDER_NOT_FRESH'],
    ...['CL_PROVIDER_UNAVAILABLE', 'CL_PROVIDER_TAKEN'],
  ])('says %s in German', code => {
    const page = words(providerEndPage(refused(code, null), 'de-AT,de;q=0.9'));
    expect(page).toContain('Sie wurden nicht eingelassen.');
    expect(page).not.toContain('server says');
  });

  it('tells who typed in a window of its own whose work is open beside it, and that it can be closed', () => {
    const page = words(providerEndPage(refused('CL_OTHER_PERSON', 'w'), undefined));
    expect(page).toContain('Only that person can go on there.');
    expect(page).toContain('This window can be closed.');
    expect(page).not.toContain('href');
  });

  it('says what it has no words for as the server does, as text', () => {
    expect(words(providerEndPage(refused('CL_NEW', null), 'en'))).toContain(
      'What &#60;the&#62; server says.'
    );
  });
});
