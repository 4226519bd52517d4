import { describe, expect, it } from '@jest/globals';
import { ClientError, type Preferences } from '@corelab/client';
import { PreferencesStore } from './preferencesStore.js';
import { wearTheme } from './theme.js';

const english: Preferences = { language: 'en', theme: 'default' };

function bench(save: (preferences: Preferences) => Promise<void> = () => Promise.resolve()) {
  const done: string[] = [];
  const store = new PreferencesStore(
    {
      api: {
        savePreferences: preferences => {
          done.push(`save ${preferences.language} ${preferences.theme}`);
          return save(preferences);
        },
      },
      wearTheme: theme => void done.push(`wear ${theme}`),
      reload: () => void done.push('reload'),
    },
    english
  );
  return { store, done };
}

describe('PreferencesStore', () => {
  it('wears a theme once the server has it', async () => {
    const { store, done } = bench();
    await store.choose({ theme: 'deep' });
    expect(done).toEqual(['save en deep', 'wear deep']);
    expect(store.getState()).toEqual({
      chosen: { language: 'en', theme: 'deep' },
      saving: 'saved',
      error: null,
    });
  });

  it('loads the page anew for another language', async () => {
    const { store, done } = bench();
    await store.choose({ language: 'de' });
    expect(done).toEqual(['save de default', 'wear default', 'reload']);
  });

  it('keeps what was chosen before and says why when the server refuses', async () => {
    const down = new ClientError('CL_OFFLINE', 0, 'The server does not answer.');
    const { store, done } = bench(() => Promise.reject(down));
    await store.choose({ theme: 'slate' });
    expect(done).toEqual(['save en slate']);
    expect(store.getState()).toEqual({ chosen: english, saving: 'idle', error: down.message });
  });

  it('saves neither what is chosen already nor a second choice before the first is saved', async () => {
    const { store, done } = bench(() => new Promise(() => undefined));
    await store.choose({ theme: 'default' });
    void store.choose({ theme: 'deep' });
    await store.choose({ theme: 'slate' });
    expect(done).toEqual(['save en deep']);
  });
});

describe('wearTheme', () => {
  it('replaces one theme by another, and keeps other classes of the page', () => {
    document.body.className = 'bg-background theme-orchid';
    wearTheme('deep', document, window.localStorage);
    expect([document.body.className, window.localStorage.getItem('ohif:theme')]).toEqual([
      'bg-background theme-deep',
      'deep',
    ]);
    wearTheme('default', document, window.localStorage);
    expect([document.body.className, window.localStorage.getItem('ohif:theme')]).toEqual([
      'bg-background',
      null,
    ]);
  });
});
