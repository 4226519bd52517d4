import { useState } from 'react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { text } from '@corelab/ui';
import { useRoom } from '../frame/room.js';
import { ActForm } from '../parts/ActForm.js';
import { Choice } from '../parts/Choice.js';
import { SelectInput } from '../parts/SelectInput.js';
import { TextInput } from '../parts/TextInput.js';
import { auditKey, paths } from './auditData.js';
import { actName, actOptions } from './auditWords.js';
import { instantOf } from './typedInstant.js';

const samplings = ['all', 'every', 'random'] as const;
type Sampling = (typeof samplings)[number];

const numberOf = (typed: string): number | null =>
  /^[1-9][0-9]{0,9}$/.test(typed.trim()) ? Number(typed.trim()) : null;
const isDay = (typed: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(typed);

export interface PlanReviewFormProps {
  chain: string;
  /** Of one read alone: its id. */
  read: string | null;
  onPlanned(id: string): void;
  onCancel(): void;
}

/** What is to be reviewed, and which of it: the sample is drawn when the plan is kept. */
export function PlanReviewForm({ chain, read, onPlanned, onCancel }: PlanReviewFormProps) {
  const { server } = useRoom();
  const queries = useQueryClient();
  const [title, setTitle] = useState('');
  const [due, setDue] = useState('');
  const [from, setFrom] = useState('');
  const [to, setTo] = useState('');
  const [since, setSince] = useState('');
  const [until, setUntil] = useState('');
  const [acts, setActs] = useState<readonly string[]>([]);
  const [kind, setKind] = useState<Sampling>('random');
  const [size, setSize] = useState('');
  const [seed, setSeed] = useState('');
  const facets = useQuery({
    queryKey: [...auditKey(chain), 'facets'],
    queryFn: () => server.get(paths.facets, { path: { trial: chain } }),
  });
  const drawn = numberOf(size);
  const period = { from: instantOf(since), to: instantOf(until) };
  const range = { from: numberOf(from), to: numberOf(to) };
  const plan = useMutation({
    mutationFn: () =>
      server.post(paths.reviews, {
        path: { trial: chain },
        body: {
          ...{ title: title.trim(), dueDate: due },
          ...(range.from === null ? {} : { fromEntry: range.from }),
          ...(range.to === null ? {} : { toEntry: range.to }),
          ...(period.from === null ? {} : { from: period.from }),
          ...(period.to === null ? {} : { to: period.to }),
          ...(acts.length === 0 ? {} : { acts: [...acts] }),
          ...(read === null ? {} : { reads: [read] }),
          sampling:
            kind === 'all'
              ? { kind }
              : kind === 'every'
                ? { kind, size: drawn ?? 1 }
                : { kind, size: drawn ?? 1, ...(seed.trim() === '' ? {} : { seed: seed.trim() }) },
        },
      }),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: auditKey(chain) });
      onPlanned(id);
    },
  });
  const isReady =
    title.trim() !== '' &&
    isDay(due) &&
    (kind === 'all' || drawn !== null) &&
    (from.trim() === '' || range.from !== null) &&
    (to.trim() === '' || range.to !== null);
  const left = (facets.data?.acts ?? []).filter(act => !acts.includes(act));
  return (
    <ActForm
      act={text('audit.review.planAct')}
      reason={null}
      ready={isReady}
      busy={plan.isPending}
      error={plan.error}
      onAct={() => plan.mutate()}
      onCancel={onCancel}
    >
      {read === null ? null : <p>{text('audit.review.ofRead')}</p>}
      <TextInput
        label={text('audit.review.title')}
        value={title}
        onChange={setTitle}
        autoFocus
      />
      <TextInput
        label={text('audit.review.dueDate')}
        type="date"
        value={due}
        onChange={setDue}
      />
      <div className="cl-row cl-wrap">
        <TextInput
          label={text('audit.review.fromEntry')}
          value={from}
          onChange={setFrom}
        />
        <TextInput
          label={text('audit.review.toEntry')}
          value={to}
          onChange={setTo}
        />
      </div>
      <div className="cl-row cl-wrap">
        <TextInput
          label={text('audit.filter.from')}
          value={since}
          onChange={setSince}
        />
        <TextInput
          label={text('audit.filter.to')}
          value={until}
          onChange={setUntil}
        />
      </div>
      <SelectInput
        label={text('audit.review.acts')}
        value=""
        options={[['', text('audit.review.actAdd')], ...actOptions(left)]}
        onChange={act => (act === '' ? undefined : setActs([...acts, act]))}
      />
      {acts.length === 0 ? null : (
        <ul className="cl-list cl-row cl-wrap">
          {acts.map(act => (
            <li key={act}>
              <button
                type="button"
                className="cl-button"
                aria-label={text('audit.review.actDrop', { act: actName(act) })}
                onClick={() => setActs(acts.filter(one => one !== act))}
              >
                {actName(act)} ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <Choice<Sampling>
        legend={text('audit.review.sampling')}
        value={kind}
        values={samplings}
        onChange={setKind}
        nameOf={one => text(`audit.review.sampling.${one}`)}
      />
      {kind === 'all' ? null : (
        <TextInput
          label={text(`audit.review.size.${kind}`)}
          value={size}
          onChange={setSize}
        />
      )}
      {kind === 'random' ? (
        <TextInput
          label={text('audit.review.seed')}
          value={seed}
          onChange={setSeed}
        />
      ) : null}
    </ActForm>
  );
}
