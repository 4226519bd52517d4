import { useState, type FormEvent } from 'react';
import { trialRoles } from '@corelab/extension-trial';
import { text } from '@corelab/ui';
import { SelectInput } from '../parts/SelectInput.js';
import { TextInput } from '../parts/TextInput.js';
import type { Facets } from './auditData.js';
import { isFiltered, noFilter, systemChain, type EntryFilter } from './auditPlace.js';
import { actOptions, rolesText } from './auditWords.js';
import { SubjectFinder } from './SubjectFinder.js';
import { instantOf, typedOf } from './typedInstant.js';

export interface EntryFilterBarProps {
  chain: string;
  filter: EntryFilter;
  /** Not there yet: what is chosen already can be chosen alone. */
  facets: Facets | undefined;
  onFilter(filter: EntryFilter): void;
  /** Opens an entry by its number. */
  onEntry(entry: string): void;
}

/** What was typed, kept until it is asked for. */
function Typed({ filter, onFilter }: Pick<EntryFilterBarProps, 'filter' | 'onFilter'>) {
  const [from, setFrom] = useState(typedOf(filter.from));
  const [to, setTo] = useState(typedOf(filter.to));
  const [words, setWords] = useState(filter.text ?? '');
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault();
    onFilter({
      ...{ ...filter, from: instantOf(from), to: instantOf(to) },
      text: words.trim() === '' ? null : words.trim(),
    });
  };
  return (
    <form
      className="cl-row cl-wrap cl-audit-typed"
      onSubmit={onSubmit}
    >
      <TextInput
        label={text('audit.filter.from')}
        value={from}
        onChange={setFrom}
      />
      <TextInput
        label={text('audit.filter.to')}
        value={to}
        onChange={setTo}
      />
      <TextInput
        label={text('audit.filter.text')}
        value={words}
        onChange={setWords}
      />
      <button
        type="submit"
        className="cl-button"
      >
        {text('audit.find')}
      </button>
    </form>
  );
}

function EntryNumber({ onEntry }: Pick<EntryFilterBarProps, 'onEntry'>) {
  const [entry, setEntry] = useState('');
  const isNumber = /^[1-9][0-9]*$/.test(entry.trim());
  return (
    <form
      className="cl-row"
      onSubmit={event => {
        event.preventDefault();
        if (isNumber) onEntry(entry.trim());
      }}
    >
      <TextInput
        label={text('audit.filter.entry')}
        value={entry}
        onChange={setEntry}
      />
      <button
        type="submit"
        className="cl-button"
        disabled={!isNumber}
      >
        {text('audit.open')}
      </button>
    </form>
  );
}

const any = (): readonly [string, string] => ['', text('audit.filter.any')];

/** Which entries a list has. */
export function EntryFilterBar(props: EntryFilterBarProps) {
  const { chain, filter, facets, onFilter, onEntry } = props;
  const acts = new Set([...(facets?.acts ?? []), ...(filter.act === null ? [] : [filter.act])]);
  const people = (facets?.people ?? []).map(({ id, user }) => [id, user] as const);
  const choose = (key: 'act' | 'by' | 'role') => (value: string) =>
    onFilter({ ...filter, [key]: value || null });
  return (
    <div
      className="cl-tools cl-filters"
      role="group"
      aria-label={text('audit.filters')}
    >
      <SelectInput
        label={text('audit.filter.by')}
        value={filter.by ?? ''}
        options={[any(), ['server', text('audit.filter.server')], ...people]}
        onChange={choose('by')}
      />
      <SelectInput
        label={text('audit.filter.act')}
        value={filter.act ?? ''}
        options={[any(), ...actOptions([...acts])]}
        onChange={choose('act')}
      />
      <SelectInput
        label={text('audit.filter.role')}
        value={filter.role ?? ''}
        options={[any(), ...trialRoles.map(role => [role, rolesText([role])] as const)]}
        onChange={choose('role')}
      />
      <SelectInput
        label={text('audit.filter.order')}
        value={filter.oldest ? 'oldest' : 'newest'}
        options={[
          ['newest', text('audit.filter.newest')],
          ['oldest', text('audit.filter.oldest')],
        ]}
        onChange={order => onFilter({ ...filter, oldest: order === 'oldest' })}
      />
      {chain === systemChain ? null : (
        <SubjectFinder
          chain={chain}
          onFound={({ id }) => onFilter({ ...filter, subject: id, read: null })}
        />
      )}
      <EntryNumber onEntry={onEntry} />
      <Typed
        key={`${filter.from} ${filter.to} ${filter.text}`}
        filter={filter}
        onFilter={onFilter}
      />
      {filter.read === null ? null : (
        <span className="cl-second">{text('audit.filter.readOnly')}</span>
      )}
      {filter.subject === null ? null : (
        <span className="cl-second">{text('audit.filter.subjectOnly')}</span>
      )}
      {isFiltered(filter) ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => onFilter({ ...noFilter, oldest: filter.oldest })}
        >
          {text('audit.filter.clear')}
        </button>
      ) : null}
    </div>
  );
}
