import { describe, expect, it } from '@jest/globals';
import { followPanes } from './paneEvents.js';

describe('followPanes', () => {
  it('hears what panes say about themselves, wherever they are, until it ends', () => {
    const heard: unknown[] = [];
    const stop = followPanes(document, {
      slice: (...args) => void heard.push(['slice', ...args]),
      leaves: id => void heard.push(['leaves', id]),
      view: id => void heard.push(['view', id]),
      rendered: id => void heard.push(['rendered', id]),
    });
    const pane = document.body.appendChild(document.createElement('div'));
    const say = (name: string, detail: unknown): boolean =>
      pane.dispatchEvent(new CustomEvent(name, { detail }));
    say('CORNERSTONE_STACK_NEW_IMAGE', { viewportId: 'left', imageIdIndex: 4 });
    say('CORNERSTONE_PRE_STACK_NEW_IMAGE', { viewportId: 'left' });
    say('CORNERSTONE_VOI_MODIFIED', { viewportId: 'left' });
    say('CORNERSTONE_IMAGE_RENDERED', { viewportId: 'right' });
    say('CORNERSTONE_IMAGE_RENDERED', null);
    expect(heard).toEqual([
      ['slice', 'left', 4],
      ['leaves', 'left'],
      ['view', 'left'],
      ['rendered', 'right'],
    ]);
    stop();
    say('CORNERSTONE_VOI_MODIFIED', { viewportId: 'left' });
    expect(heard).toHaveLength(4);
  });
});
