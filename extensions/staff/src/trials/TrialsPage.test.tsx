import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { act } from 'react';
import { readFileSync } from 'node:fs';
import { TextEncoder } from 'node:util';
import { EditorView } from '@codemirror/view';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRoot, type Root } from 'react-dom/client';
import { ClientError, type Session } from '@corelab/client';
import { goToAddress } from '@corelab/host';
import { RoomContext } from '../frame/room.js';
import type { StaffServer } from '../frame/server.js';
import { forgetText } from './keptTexts.js';
import { TrialsPage } from './TrialsPage.js';
import type { VersionSummary } from './versions.js';

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true, TextEncoder });
// jsdom lays nothing out; the editor asks where its text stands.
Object.assign(Range.prototype, {
  getClientRects: () => [],
  getBoundingClientRect: () => new DOMRect(),
});

const source = readFileSync('platform/charter/examples/demo-onc.yaml', 'utf8');
const versions = '/api/admin/trials/{trial}/versions';
const one = `${versions}/{version}`;

const summary = (version: number, more: Partial<VersionSummary> = {}): VersionSummary => ({
  ...{ version, state: 'draft', hash: `hash-${version}`, scope: 'newTimepoints' },
  ...{ reason: `Amendment ${version}`, author: 'anna', approver: null },
  ...{ savedAt: '2026-03-01T09:00:00.000Z', approvedAt: null, effectiveFrom: null },
  ...more,
});
const inForce = summary(1, {
  ...{ state: 'effective', approver: 'ben', approvedAt: '2026-03-01T10:00:00.000Z' },
  effectiveFrom: '2026-03-01T10:00:00.000Z',
});
const sent = summary(2, { state: 'sentForApproval' });

const byScope = (n: number) => ({ newSubjects: 0, newTimepoints: n, allWithRereading: n });
const none = { newSubjects: 0, newTimepoints: 0, allWithRereading: 0 };

interface Call {
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A server whose answers a test sets; what was posted is kept. */
class FakeServer {
  list: VersionSummary[] = [sent, inForce];
  posted: Call[] = [];
  deidentification: object = { masks: [] };
  refusals: Record<string, ClientError> = {};
  answers: Record<string, unknown> = {
    [`${one}/diff`]: {
      ...{ version: 2, against: 1 },
      changes: [
        {
          ...{ path: '/timepoints/1/label', from: 'Week 8', to: 'Week eight' },
          words: [
            { op: 'same', text: 'Week ' },
            { op: 'removed', text: '8' },
            { op: 'added', text: 'eight' },
          ],
        },
        { path: '/sites/0', from: { code: '101' } },
      ],
    },
    [`${one}/impact`]: {
      ...{ version: 2, against: 1, scope: 'newTimepoints', criteria: [] },
      signed: { reads: 1, changed: 0, asked: { ...none, allWithRereading: 1 } },
      open: [{ state: 'waiting', reads: 3, follow: byScope(3), asked: none }],
      subjects: { begun: 1, notBegun: 0 },
    },
    [`${one}/impact/reads`]: { total: 0, reads: [] },
    '/api/admin/trials/{trial}/blinding': {
      ...{ charterVersion: 2, policyVersion: '0123456789abcdef' },
      variant: {
        ...{ dates: 'offsets', labels: 'day', sexAge: true, manufacturer: false },
        leanBodyMass: false,
      },
      iods: [{ name: 'CT Image', modality: 'CT', sopClass: '1.2.840.10008.5.1.4.1.1.2' }],
      attributes: [
        {
          ...{ tag: '00080008', keyword: 'ImageType', within: [], modalities: ['CT', 'MR'] },
          ...{ form: 'codes', values: ['ORIGINAL', 'DERIVED'], why: 'kind', by: null },
          passes: true,
        },
        {
          ...{ tag: '00280030', keyword: 'PixelSpacing', modalities: ['CT'] },
          ...{ within: ['PixelMeasuresSequence'], form: 'numbers', values: [], why: 'distances' },
          ...{ by: null, passes: true },
        },
        {
          ...{ tag: '00080070', keyword: 'Manufacturer', within: [], modalities: ['CT'] },
          ...{ form: 'names', values: ['GE'], why: 'scanner', by: 'manufacturer', passes: false },
        },
      ],
    },
    '/api/admin/trials': { trials: [] },
    '/api/admin/charters/examples': { examples: [{ name: 'demo-onc', source }] },
    '/api/admin/charters/check': {
      ...{ trial: 'DEMO-ONC', hash: 'h', errors: [], findings: [] },
      unsupported: [{ path: '/tracks/0/bulkZero', message: 'must be false' }],
    },
    [`${one}/approve`]: { version: 2, state: 'effective', rereading: 0, contentHash: 'c' },
    [`${one}/recall`]: { version: 2, state: 'draft' },
    [`${one}/send`]: { version: 3, state: 'sentForApproval' },
    [versions]: {
      ...{ version: 3, state: 'draft', hash: 'hash-3', changed: true },
      ...{ errors: [], findings: [], unsupported: [] },
    },
    '/api/admin/trials POST': {
      ...{ trialId: 'x', code: 'DEMO-ONC', version: 1, hash: 'h', state: 'sentForApproval' },
      ...{ changed: true, findings: [], next: null },
    },
  };

  get = async (path: string, given: { path?: { version?: string } }): Promise<unknown> => {
    if (path === versions) return { versions: this.list };
    if (path === one) {
      const found = this.list.find(({ version }) => String(version) === given.path?.version);
      return {
        ...found,
        ...{
          source,
          resolved: {
            sites: [{ code: '101' }],
            timepoints: [{ id: 'BL' }, { id: 'TP1' }],
            deidentification: this.deidentification,
          },
        },
        ...{ errors: [], findings: [], unsupported: [], decisions: [] },
        approvalMeanings: ['I reviewed this charter version and approve it'],
      };
    }
    return this.answers[path];
  };
  post = async (path: string, given: { body?: Record<string, unknown> }): Promise<unknown> => {
    this.posted.push({ path, body: given.body ?? {} });
    const refusal = this.refusals[path];
    if (refusal !== undefined) throw refusal;
    if (path === `${one}/approve`) this.list = [summary(2, { state: 'effective' }), inForce];
    if (path === versions) this.list = [summary(3, { author: 'anna' }), ...this.list];
    return this.answers[`${path} POST`] ?? this.answers[path];
  };
  session = () => Promise.reject(new Error('the room has it'));
  logout = () => Promise.resolve();
  wear = () => Promise.reject(new Error('not used here'));
}

let place: HTMLElement;
let root: Root;
let server: FakeServer;
let gone: string[];

beforeEach(() => {
  place = document.body.appendChild(document.createElement('div'));
  root = createRoot(place);
  server = new FakeServer();
  gone = [];
});
afterEach(() => {
  act(() => root.unmount());
  place.remove();
  forgetText('DEMO-ONC');
});

const settle = () => act(() => new Promise<void>(resolve => setTimeout(resolve, 20)));
/** Until the page has what is waited for; it fails where that never comes. */
async function until(what: () => unknown): Promise<void> {
  for (let turn = 0; turn < 150 && !what(); turn += 1) await settle();
  expect(what()).toBeTruthy();
}
const says = (text: string) => until(() => place.textContent?.includes(text));
const button = (label: string): HTMLButtonElement => {
  const found = [...place.querySelectorAll('button')].find(({ textContent }) =>
    textContent?.startsWith(label)
  );
  if (found === undefined) throw new Error(`no button ${label} in ${place.textContent}`);
  return found;
};
const press = async (label: string): Promise<void> => {
  await act(async () => button(label).click());
};
async function write(selector: string, value: string): Promise<void> {
  const field = place.querySelector<HTMLInputElement | HTMLTextAreaElement>(selector);
  if (field === null) throw new Error(`nothing matches ${selector}`);
  const prototype = Object.getPrototypeOf(field) as object;
  await act(async () => {
    Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, value);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}
const editor = (): EditorView => {
  const dom = place.querySelector<HTMLElement>('.cm-editor');
  const view = dom === null ? null : EditorView.findFromDOM(dom);
  if (view === null) throw new Error('no editor');
  return view;
};
const rewrite = (from: string, to: string) =>
  act(async () => {
    const { doc } = editor().state;
    const at = doc.toString().indexOf(from);
    editor().dispatch({ changes: { from: at, to: at + from.length, insert: to } });
  });

async function show(user: string, roles: string[] = ['admin'], administrator = false) {
  const trial = { id: 'DEMO-ONC', name: 'Demonstration', demo: false, roles, results: false };
  const session: Session = {
    ...{
      user,
      name: `Dr ${user}`,
      roles,
      administrator,
      provider: null,
      csrfToken: 't',
      expiresAt: '',
    },
    ...{ hat: roles[0] ?? 'administrator', hats: roles },
    trials: roles.length === 0 ? [] : [trial],
  };
  const room = {
    session,
    server: server as unknown as StaffServer,
    trial: session.trials[0] ?? null,
    query: new URLSearchParams(),
    go: (address: string) => void gone.push(address),
  };
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  await act(async () =>
    root.render(
      <QueryClientProvider client={queries}>
        <RoomContext.Provider value={room}>
          <TrialsPage />
        </RoomContext.Provider>
      </QueryClientProvider>
    )
  );
}
const tab = () => place.querySelector('[role="tab"][aria-selected="true"]')?.textContent;

describe('a version that was sent', () => {
  it('shows its changes first to a second person, word by word, by section', async () => {
    await show('ben');
    await says('Version 2 against version 1');
    expect(tab()).toBe('Changes');
    const headings = [...place.querySelectorAll('.cl-changes h3')].map(node => node.textContent);
    expect(headings).toEqual(['sites', 'timepoints']);
    const row = [...place.querySelectorAll('tr')].find(node => node.textContent?.includes('TP1'));
    expect(row?.querySelector('del')?.textContent).toBe('8');
    expect(row?.querySelector('ins')?.textContent).toBe('eight');
  });

  it('has its blinding policy, what passes apart from what does not', async () => {
    await show('ben');
    await says('Version 2 against version 1');
    await press('Blinding policy');
    await says('Policy 0123456789ab, in the variant of charter version 2');
    const facts = [...place.querySelectorAll('.cl-contents')].map(node => node.textContent);
    expect(facts).toEqual([
      'Datesnone; days from the baseline',
      'Timepoints are called bytheir label and day',
      'Sex and ageshown',
      'Scannernot shown',
      'Uptake by lean body massnot asked for',
    ]);
    const [passes, kept] = [...place.querySelectorAll('table')].map(table =>
      [...table.querySelectorAll('tbody tr')].map(row =>
        [...row.children].map(cell => cell.textContent)
      )
    );
    expect(passes).toEqual([
      [
        ...['ImageType', 'CT, MR', 'only ORIGINAL, DERIVED'],
        'Which kind of object it is, and how it is hung.',
      ],
      [
        ...['PixelSpacing in PixelMeasuresSequence', 'CT', 'numbers'],
        'Distances and diameters in millimetres.',
      ],
    ]);
    expect(kept).toEqual([
      [
        ...['Manufacturer', 'CT', 'one of these names, found in the text: GE'],
        'Maker and product line of the scanner. Decided by Scanner.',
      ],
    ]);
  });

  it('says that images are kept as they come, and why', async () => {
    server.deidentification = { off: { reason: 'a third party does it' } };
    await show('ben');
    await says('De-identification is off: a third party does it');
  });

  it('is signed by a second person; a refusal stands in the words of the server', async () => {
    await show('ben');
    await says('Approve and sign');
    await press('Approve and sign');
    await says('3 reads that have not begun are made under version 2.');
    await write('.cl-side-sheet textarea', 'As agreed');
    await write('.cl-side-sheet input[type="password"]', 'wrong');
    server.refusals[`${one}/approve`] = new ClientError(
      ...(['CL_PASSWORD_WRONG', 403, 'The password is not right.'] as const)
    );
    await press('Sign and put version 2 into force');
    await says('The password is not right.');
    expect(place.querySelector('textarea')?.value).toBe('As agreed');
    server.refusals = {};
    await write('.cl-side-sheet input[type="password"]', 'right');
    await press('Sign and put version 2 into force');
    await says('without a restart');
    expect(server.posted.at(-1)).toEqual({
      path: `${one}/approve`,
      body: {
        ...{ password: 'right', reason: 'As agreed' },
        meaning: 'I reviewed this charter version and approve it',
      },
    });
  });

  it('is not its author\u2019s to approve, but to take back for a reason', async () => {
    await show('anna');
    await says('You wrote this version');
    expect(place.textContent).not.toContain('Approve and sign');
    await press('Take back');
    await write('textarea', 'Not yet');
    await press('Take version 2 back');
    expect(server.posted).toEqual([{ path: `${one}/recall`, body: { reason: 'Not yet' } }]);
  });

  it.each(['dataManager', 'auditor'])('is for a %s to look at', async role => {
    await show('mara', [role]);
    await says('You look at this charter');
    expect(place.textContent).not.toContain('Approve and sign');
    expect(place.textContent).not.toContain('Write a new version');
  });
});

describe('a text being written', () => {
  const begin = async () => {
    await show('anna');
    await says('Write a new version from it');
    await press('Write a new version from it');
  };
  const fill = async () => {
    await write('textarea', 'Protocol 2');
    await act(async () => place.querySelector<HTMLElement>('input[value="newSubjects"]')?.click());
  };

  it('says what is wrong by line and column, and cannot be sent so', async () => {
    await begin();
    await fill();
    const line = source.split('\n').findIndex(text => text.includes('day: 56')) + 1;
    await rewrite('day: 56', 'day: soon');
    await says(`Line ${line}, column`);
    expect(button('Send for approval').disabled).toBe(true);
    expect(button('Save as draft').disabled).toBe(false);
  });

  it('is saved with a reason and a scope that somebody chose, by Ctrl+S as well', async () => {
    await begin();
    await rewrite('day: 56', 'day: 70');
    expect(button('Save as draft').disabled).toBe(true);
    await says('Say the reason of the amendment first.');
    await write('textarea', 'Protocol 2');
    await says('Choose the scope first');
    expect(place.querySelector('input[type="radio"]:checked')).toBeNull();
    await fill();
    await act(async () => {
      editor().contentDOM.dispatchEvent(
        new KeyboardEvent('keydown', { key: 's', ctrlKey: true, bubbles: true, cancelable: true })
      );
    });
    await says('Saved as draft, version 3');
    expect(server.posted).toEqual([
      {
        path: versions,
        body: {
          charter: source.replace('day: 56', 'day: 70'),
          ...{ after: 2, reason: 'Protocol 2', scope: 'newSubjects' },
        },
      },
    ]);
  });

  it('is sent after what comes of it was said', async () => {
    await begin();
    await fill();
    await rewrite('day: 56', 'day: 70');
    await until(() => !button('Send for approval').disabled);
    await press('Send for approval');
    await says('Another admin of DEMO-ONC looks at version 3');
    await says('No signed read changes.');
    expect(server.posted.map(({ path }) => path)).toEqual([versions]);
    await press('Send version 3');
    expect(server.posted.map(({ path }) => path)).toEqual([versions, `${one}/send`]);
  });

  it('hears from the server what it does not act on', async () => {
    await begin();
    await fill();
    await press('Validate on the server');
    await says('the server does not do 1 thing');
    await says('/tracks/0/bulkZero: must be false');
    expect(button('Send for approval').disabled).toBe(true);
  });

  it('meets what somebody else saved, and is kept as the version after it', async () => {
    await begin();
    await fill();
    await rewrite('day: 56', 'day: 70');
    const said = 'Version 5 was saved by ben while you were writing: compare it.';
    server.refusals[versions] = new ClientError('CL_CHARTER_NEWER_VERSION', 409, said, {
      newest: 5,
    });
    await press('Save as draft');
    await says(said);
    await press('What version 5 changes');
    await says('Changes of timepoints');
    server.refusals = {};
    await press('Save mine as the version after 5');
    expect(server.posted.map(({ body }) => body['after'])).toEqual([2, 5]);
    await says('Saved as draft');
  });

  it('takes Tab to indent, until Escape gives it back to the page', async () => {
    await begin();
    const press = async (key: string, keyCode: number): Promise<boolean> => {
      const event = new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true });
      await act(async () => void editor().contentDOM.dispatchEvent(event));
      return event.defaultPrevented;
    };
    expect(await press('Tab', 9)).toBe(true);
    await press('Escape', 27);
    expect(await press('Tab', 9)).toBe(false);
    await rewrite('day: 56', 'day: 70');
    expect(await press('Tab', 9)).toBe(true);
  });

  it('is not sent when it was written on after the question', async () => {
    await begin();
    await fill();
    await until(() => !button('Send for approval').disabled);
    await press('Send for approval');
    await says('Another admin of DEMO-ONC looks at version 3');
    await rewrite('day: 56', 'day: 70');
    expect(place.textContent).not.toContain('Another admin of DEMO-ONC looks at');
    await says('Not saved');
  });

  it('is not left unsaved without a question', async () => {
    await begin();
    await rewrite('day: 56', 'day: 70');
    const unload = new Event('beforeunload', { cancelable: true });
    window.dispatchEvent(unload);
    expect(unload.defaultPrevented).toBe(true);
    await act(async () => goToAddress('/people'));
    await says('The text is not saved. If you leave, it is lost.');
    await press('Stay here');
    expect(editor().state.doc.toString()).toContain('day: 70');
    await press('To the versions');
    await press('Leave without saving');
    await says('Write a new version from it');
    expect(server.posted).toEqual([]);
  });
});

describe('without a version', () => {
  it('says that nothing is there yet', async () => {
    server.list = [];
    await show('anna');
    await says('Nothing has been written for this trial yet.');
  });

  it('an administrator makes a trial from an example', async () => {
    await show('root', [], true);
    await says('demo-onc');
    await press('demo-onc');
    await says('This makes DEMO-ONC and sends version 1 for approval.');
    await press('Make the trial and send it for approval');
    await says('Version 1 waits for approval by another admin.');
    expect(server.posted).toEqual([{ path: '/api/admin/trials', body: { charter: source } }]);
    await press('Open DEMO-ONC');
    expect(gone).toEqual(['/trials?trial=DEMO-ONC']);
  });
});
