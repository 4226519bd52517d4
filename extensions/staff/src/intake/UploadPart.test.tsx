import { act } from 'react';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { NamedFile } from '@corelab/client';
import { goToAddress } from '@corelab/host';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import './blobs.testdata.js';
import { paths, summary } from './intake.testdata.js';
import { IntakePage } from './IntakePage.js';

interface Given {
  readonly files: readonly NamedFile[];
  readonly options: { readonly signal: AbortSignal };
}

let bench: Bench | null = null;
afterEach(() => bench?.end());

const open = async (deliver: (given: Given) => unknown) => {
  const { server, asked } = fakeServer(sessionOf('dataManager'), {
    [paths.summary]: summary,
    [paths.list]: { arrivals: [], total: 0 },
    'post deliver': deliver,
  });
  const opened = await openPage('intake', <IntakePage />, server, 'view=upload');
  bench = opened;
  const { place } = opened;
  const choose = async (...names: string[]): Promise<void> => {
    const field = place.querySelector<HTMLInputElement>('input[type="file"]');
    if (field === null) throw new Error('no field for files');
    Object.defineProperty(field, 'files', {
      configurable: true,
      value: names.map(name => new File(['abcd'], name)),
    });
    // A file field can't be written to but to be emptied.
    Object.defineProperty(field, 'value', { configurable: true, writable: true, value: '' });
    await act(async () => void field.dispatchEvent(new Event('change', { bubbles: true })));
  };
  const says = (words: string): boolean => place.textContent?.includes(words) === true;
  const until = async (words: string): Promise<void> => {
    while (!says(words)) await act(() => new Promise(done => setTimeout(done, 5)));
  };
  return { ...opened, asked, choose, says, until };
};

const answer = ({ files }: Given, outcomes: readonly (readonly [string, string | null])[]) => ({
  ...{ receipt: files.length === 1 ? 'r-78' : 'r-77', matched: 0, waiting: 1 },
  files: files.map(({ name }, at) => ({
    ...{ name, outcome: outcomes[at]?.[0] ?? 'stored', reason: outcomes[at]?.[1] ?? null },
    ...{ sha256: 'h', sopUid: null },
  })),
});

describe('the upload', () => {
  it('says of each file what became of it, gives the receipt, and sends again what failed', async () => {
    let times = 0;
    const { choose, click, until, says, place, asked } = await open(given => {
      times += 1;
      return answer(
        given,
        times === 1
          ? [
              ['stored', null],
              ['refused', 'it is of another site'],
              ['failed', 'the archive does not answer: send it again'],
            ]
          : []
      );
    });
    await choose('a.dcm', 'b.dcm', 'c.dcm');
    expect(says('to send')).toBe(true);
    await click('Send 3 files');
    await until('1 file failed. Send it again.');
    const rows = [...place.querySelectorAll('[data-row]')].map(row =>
      [...row.children].map(({ textContent }) => textContent)
    );
    expect(rows).toEqual([
      ['a.dcm', '0.0', 'taken', ''],
      ['b.dcm', '0.0', 'refused', 'It is of a site that is not yours.'],
      ['c.dcm', '0.0', 'failed', 'The archive does not answer. Send it again.'],
    ]);
    expect(says('Receipt r-77: 3 files')).toBe(true);
    expect(says('1 study waits for the data manager')).toBe(true);
    await click('Send 1 file again');
    await until('All files are answered.');
    const again = asked.filter(({ path }) => path === 'deliver').at(-1)?.given as Given;
    expect(again.files.map(({ name }) => name)).toEqual(['c.dcm']);
  });

  it('goes on under another part of the page, and asks before the page is left', async () => {
    let end: (value: unknown) => void = () => undefined;
    const given: Given[] = [];
    const { choose, click, until, says, place, visited } = await open(one => {
      given.push(one);
      return new Promise(resolve => (end = resolve));
    });
    await choose('a.dcm');
    await click('Send 1 file');
    await until('sending');
    await click('Studies');
    expect(says('No study waits to be matched.')).toBe(true);
    expect(given[0]?.options.signal.aborted).toBe(false);
    act(() => goToAddress('/trials'));
    expect(place.querySelector('[role="alertdialog"]')?.textContent).toContain(
      'what has not arrived is not sent'
    );
    await click('Stay here');
    expect(place.querySelector('[role="alertdialog"]')).toBeNull();
    await click('Upload');
    const [first] = given;
    if (first === undefined) throw new Error('nothing was sent');
    await act(async () => end(answer(first, [])));
    await until('All files are answered.');
    // The address waits for the end of the upload; nothing was left.
    expect(visited).toEqual([]);
  });

  it('is cancelled, and says that the rest can be sent again', async () => {
    const { choose, click, until } = await open(
      ({ options }) =>
        new Promise((_, reject) =>
          options.signal.addEventListener('abort', () => reject(new Error('ended')))
        )
    );
    await choose('a.dcm');
    await click('Send 1 file');
    await until('sending');
    await click('Cancel the upload');
    await until('The upload was cancelled.');
    await until('Send 1 file again');
  });

  it('has of thousands of files those in sight in the page', async () => {
    const { choose, place } = await open(() => new Error('nothing is sent'));
    await choose(...Array.from({ length: 5000 }, (_, at) => `${at}.dcm`));
    expect(place.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('5000');
    expect(place.querySelectorAll('[data-row]').length).toBeLessThan(100);
  });
});
