import { text } from '@corelab/ui';
import { Choice, Letters } from '../progress/FilterBar.js';
import { isFiltered, noFilter, type QcFilter } from './qcPlace.js';

export interface FilterRowProps {
  filter: QcFilter;
  onFilter(filter: QcFilter): void;
  /** The states there are to choose from, the first without a choice. */
  states: readonly (readonly [state: string | null, name: string])[];
  /** None: no filter by site and subject. */
  sites: readonly string[] | null;
  /** Whether overdue ones can be asked for. */
  overdue?: boolean;
}

function StateChoice({ filter, onFilter, states }: FilterRowProps) {
  return (
    <label className="cl-field">
      <span className="cl-label">{text('qc.state')}</span>
      <select
        className="cl-select"
        value={filter.state ?? ''}
        onChange={event => onFilter({ ...filter, state: event.target.value || null })}
      >
        {states.map(([state, name]) => (
          <option
            key={state ?? ''}
            value={state ?? ''}
          >
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Which rows a list has. */
export function FilterRow(props: FilterRowProps) {
  const { filter, onFilter, sites, overdue = false } = props;
  return (
    <div
      className="cl-tools cl-filters"
      role="group"
      aria-label={text('qc.filters')}
    >
      <StateChoice {...props} />
      {sites === null ? null : (
        <>
          <Letters
            value={filter.text ?? ''}
            onChange={letters => onFilter({ ...filter, text: letters || null })}
          />
          <Choice
            label={text('qc.site')}
            value={filter.site}
            options={sites.map(site => [site, site])}
            onChange={site => onFilter({ ...filter, site })}
          />
        </>
      )}
      {overdue ? (
        <button
          type="button"
          className="cl-button"
          aria-pressed={filter.overdue}
          onClick={() => onFilter({ ...filter, overdue: !filter.overdue })}
        >
          {text('qc.queries.overdue')}
        </button>
      ) : null}
      {isFiltered(filter) ? (
        <button
          type="button"
          className="cl-button cl-button-quiet"
          onClick={() => onFilter(noFilter)}
        >
          {text('qc.clear')}
        </button>
      ) : null}
    </div>
  );
}
