import type { ThemeName } from '@corelab/client';

/** Where the host keeps its theme for the next page; ours is on the server, so this is only its copy. */
const hostKey = 'ohif:theme';

/** The classes by which the host's stylesheet changes its tokens; `default` has none. */
export function wearTheme(theme: ThemeName, page: Document, storage: Storage): void {
  const worn = [...page.body.classList].filter(name => name.startsWith('theme-'));
  page.body.classList.remove(...worn);
  if (theme === 'default') {
    storage.removeItem(hostKey);
  } else {
    page.body.classList.add(`theme-${theme}`);
    storage.setItem(hostKey, theme);
  }
}
