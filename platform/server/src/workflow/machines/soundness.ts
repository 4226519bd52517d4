import { statesOf, type Machine } from './machine.js';

const reachedFrom = (
  starts: readonly string[],
  next: (state: string) => readonly string[]
): ReadonlySet<string> => {
  const reached = new Set<string>();
  const open = [...starts];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    if (reached.has(state)) continue;
    reached.add(state);
    open.push(...next(state));
  }
  return reached;
};

const twice = (values: readonly string[]): string[] =>
  [...new Set(values)].filter(value => values.indexOf(value) !== values.lastIndexOf(value));

/** What is wrong with a machine's data, each in a sentence; empty when it is sound. */
export const defectsOf = (machine: Machine): string[] => {
  const { beginnings, transitions } = machine;
  const states = statesOf(machine);
  const onward = (state: string): string[] =>
    transitions.filter(({ from }) => from.includes(state)).map(({ to }) => to);
  const backward = (state: string): string[] =>
    transitions.filter(({ to }) => to === state).flatMap(({ from }) => from);
  const reachable = reachedFrom(
    beginnings.map(({ to }) => to),
    onward
  );
  const finals = states.filter(state => machine.states[state]?.final === true);
  const ending = reachedFrom(finals, backward);
  const named = [
    ...transitions.flatMap(({ from, to }) => [...from, to]),
    ...beginnings.map(({ to }) => to),
  ];
  const pairs = [
    ...beginnings.map(({ act }) => `${act} at the beginning`),
    ...transitions.flatMap(({ act, from }) => from.map(state => `${act} from ${state}`)),
  ];
  const acts = [...beginnings, ...transitions];
  return [
    ...(beginnings.length === 0 ? ['nothing begins'] : []),
    ...[...new Set(named)]
      .filter(state => !states.includes(state))
      .map(state => `${state} is named and is no state`),
    ...states.filter(state => !reachable.has(state)).map(state => `${state} is never reached`),
    ...states
      .filter(state => !finals.includes(state) && onward(state).every(to => to === state))
      .map(state => `${state} is not final and has no way out`),
    ...states
      .filter(state => !ending.has(state))
      .map(state => `from ${state} nothing final is reached`),
    ...twice(pairs).map(pair => `${pair} is there twice`),
    ...transitions
      .filter(({ from }) => from.length === 0)
      .map(({ act }) => `${act} leads from nowhere`),
    ...acts.filter(({ roles }) => roles.length === 0).map(({ act }) => `${act} is for nobody`),
    ...acts
      .filter(({ secondPerson, roles }) => secondPerson && roles.includes('system'))
      .map(({ act }) => `${act} needs two people and is also the system's`),
    ...acts
      .filter(({ purpose }) => !/^[A-Z].*\.$/.test(purpose))
      .map(({ act }) => `the purpose of ${act} is no sentence`),
  ];
};
