import { afterEach, describe, expect, it } from '@jest/globals';
import { useState } from 'react';
import { fakeServer, openPage, sessionOf, type Bench } from '../roomBench.testdata.js';
import { DataGrid } from './DataGrid.js';

const rows = Array.from({ length: 10_000 }, (_, index) => ({ id: `row-${index}` }));
let bench: Bench | null = null;
let ends = 0;
afterEach(() => bench?.end());

function Page({ shown }: { shown: typeof rows }) {
  const [open, setOpen] = useState<string | null>(null);
  return (
    <DataGrid
      name="Rows"
      rows={shown}
      columns={[{ id: 'id', header: 'Id', accessorKey: 'id' }]}
      rowId={({ id }) => id}
      selected={open}
      onOpen={({ id }) => setOpen(id)}
      onEnd={() => (ends += 1)}
      total={20_000}
      empty="Nothing here."
    />
  );
}

const grid = async (shown: typeof rows): Promise<Bench> => {
  ends = 0;
  const { server } = fakeServer(sessionOf('admin'), {});
  bench = await openPage('people', <Page shown={shown} />, server);
  return bench;
};

describe('a table of any length', () => {
  it('has the rows in sight alone, and says how many there are', async () => {
    const { place } = await grid(rows);
    const inPage = place.querySelectorAll('[data-row]').length;
    expect(inPage).toBeGreaterThan(10);
    expect(inPage).toBeLessThan(100);
    expect(place.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')).toBe('20000');
    expect(ends).toBe(0);
  });

  it('asks for more when its end comes near', async () => {
    await grid(rows.slice(0, 15));
    expect(ends).toBeGreaterThan(0);
  });

  it('moves by arrow keys and opens by Enter', async () => {
    const { place, press } = await grid(rows);
    const row = (at: number) => place.querySelector<HTMLElement>(`[data-row="${at}"]`);
    row(0)?.focus();
    press(document.activeElement ?? place, 'ArrowDown');
    expect(document.activeElement).toBe(row(1));
    press(document.activeElement ?? place, 'Enter');
    expect(row(1)?.getAttribute('aria-selected')).toBe('true');
    expect(row(1)?.tabIndex).toBe(0);
  });

  it('says that it is empty', async () => {
    expect((await grid([])).place.textContent).toContain('Nothing here.');
  });
});
