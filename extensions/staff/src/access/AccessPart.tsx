import { useRef, useState, type ReactNode } from 'react';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import type { ColumnDef } from '@tanstack/react-table';
import { roleName, trialRoles } from '@corelab/extension-trial';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { DataGrid } from '../parts/DataGrid.js';
import { ErrorLine } from '../parts/ErrorLine.js';
import { SelectInput } from '../parts/SelectInput.js';
import { TextInput } from '../parts/TextInput.js';
import { accessCalls, type AccessFilter } from './accessCalls.js';
import { accessRows, rowRole, type AccessRow } from './accessRows.js';
import { AccessSheet } from './AccessSheet.js';
import { ReviewSection } from './ReviewSection.js';
import { saveFile } from './saveFile.js';

const dayOf = (instant: string | null | undefined): string => instant?.slice(0, 10) ?? '';

const columns = (ofOneTrial: boolean): ColumnDef<AccessRow, unknown>[] => [
  {
    id: 'user',
    header: text('people.user'),
    accessorFn: ({ person }) => person.user,
    meta: { width: '140px' },
  },
  {
    id: 'name',
    header: text('people.name'),
    accessorFn: ({ person }) => person.name,
    meta: { width: 'minmax(140px, 1fr)' },
  },
  ...(ofOneTrial
    ? []
    : [
        {
          id: 'trial',
          header: text('access.trial'),
          accessorFn: ({ grant }: AccessRow) => grant?.trial ?? '',
          meta: { width: '120px' },
        },
      ]),
  {
    id: 'role',
    header: text('access.role'),
    accessorFn: rowRole,
    meta: { width: 'minmax(140px, 1fr)' },
  },
  {
    id: 'since',
    header: text('access.since'),
    accessorFn: ({ grant }) => dayOf(grant?.grantedAt),
    meta: { width: '110px' },
  },
  {
    id: 'by',
    header: text('access.by'),
    accessorFn: ({ grant }) => grant?.grantedBy ?? '',
    meta: { width: '110px' },
  },
  {
    id: 'login',
    header: text('access.lastLogin'),
    accessorFn: ({ person }) => dayOf(person.lastLoginAt) || text('access.never'),
    meta: { width: '110px' },
  },
  {
    id: 'factor',
    header: text('people.secondFactor'),
    accessorFn: ({ person }) => text(person.secondFactor ? 'access.hasFactor' : 'access.noFactor'),
    meta: { width: '110px' },
  },
  {
    id: 'tokens',
    header: text('access.tokenCount'),
    accessorFn: ({ person }) => person.tokens.length,
    meta: { width: '70px' },
  },
  {
    id: 'state',
    header: text('people.state'),
    accessorFn: ({ person }) => text(person.active ? 'people.active' : 'people.closed'),
    meta: { width: '90px' },
  },
];

const only = (): readonly (readonly [string, string])[] => [
  ['', text('access.everybody')],
  ['noSecondFactor', text('access.noSecondFactor')],
  ['tokens', text('access.tokens')],
  ['lapsing', text('access.lapsing')],
  ['administrators', text('access.administrators')],
];

/** Who may do what, since when, granted by whom: of one trial, or with null of the installation. */
export function AccessPart({ choice, trial }: { choice: ReactNode; trial: string | null }) {
  const room = useRoom();
  const calls = accessCalls(room, trial);
  const [filter, setFilter] = useState<AccessFilter>({
    ...{ all: false, text: '', trial: '', role: '', only: '' },
  });
  const [order, setOrder] = useState<'person' | 'trial'>('person');
  const [open, setOpen] = useState<string | null>(null);
  // Every trial that an answer named can be asked for, also while another one is.
  const trials = useRef(new Set<string>());
  const access = useQuery({
    queryKey: [...calls.key, filter],
    queryFn: () => calls.look(filter),
    placeholderData: keepPreviousData,
  });
  const save = useMutation({
    mutationFn: async () => saveFile(await calls.file(filter)),
  });
  const people = access.data?.people ?? [];
  for (const { grants } of people) for (const one of grants) trials.current.add(one.trial);
  const rows = accessRows(people, order);
  const opened = rows.find(({ id }) => id === open);
  const change = (more: Partial<AccessFilter>): void => setFilter({ ...filter, ...more });
  return (
    <div className="cl-staff-body">
      <main className="cl-staff-main">
        {choice}
        <div className="cl-tools">
          <TextInput
            label={text('people.search')}
            type="search"
            value={filter.text}
            onChange={letters => change({ text: letters })}
          />
          {trial === null ? (
            <SelectInput
              label={text('access.trial')}
              value={filter.trial}
              options={[
                ['', text('access.anyTrial')],
                ...[...trials.current].sort().map(one => [one, one] as const),
              ]}
              onChange={one => change({ trial: one })}
            />
          ) : null}
          <SelectInput
            label={text('access.role')}
            value={filter.role}
            options={[
              ['', text('access.anyRole')],
              ...trialRoles.map(role => [role, roleName(role)] as const),
            ]}
            onChange={role => change({ role })}
          />
          <SelectInput
            label={text('access.only')}
            value={filter.only}
            options={only()}
            onChange={one => change({ only: one })}
          />
          <SelectInput
            label={text('access.order')}
            value={order}
            options={[
              ['person', text('access.byPerson')],
              ['trial', text('access.byTrial')],
            ]}
            onChange={one => setOrder(one === 'trial' ? 'trial' : 'person')}
          />
          <label className="cl-choice">
            <input
              type="checkbox"
              checked={filter.all}
              onChange={event => change({ all: event.target.checked })}
            />
            {text('access.all')}
          </label>
          <button
            type="button"
            className="cl-button"
            disabled={save.isPending}
            onClick={() => save.mutate()}
          >
            {text('access.export')}
          </button>
          <span role="status">{save.isSuccess ? text('access.exported') : ''}</span>
        </div>
        {save.isError ? <ErrorLine reason={save.error} /> : null}
        {access.isPending ? <p role="status">{text('room.loading')}</p> : null}
        {access.isError ? (
          <ErrorLine
            reason={access.error}
            onRetry={() => void access.refetch()}
          />
        ) : null}
        {access.data === undefined ? null : (
          <>
            <DataGrid
              name={trial === null ? text('access.ofAll') : text('access.ofTrial', { trial })}
              rows={rows}
              columns={columns(trial !== null)}
              rowId={({ id }) => id}
              selected={open}
              onOpen={({ id }) => setOpen(id)}
              empty={text('access.none')}
            />
            <ReviewSection
              calls={calls}
              access={access.data}
            />
          </>
        )}
      </main>
      {opened === undefined ? null : (
        <AccessSheet
          key={opened.person.user}
          person={opened.person}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}
