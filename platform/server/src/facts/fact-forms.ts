import type { FactKind } from '@corelab/charter';

/** What a value of a kind can be. */
export type FactValue =
  | { readonly type: 'none' }
  /** `required`: a fact without it says nothing. */
  | { readonly type: 'text'; readonly required: boolean }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  | {
      readonly type: 'number';
      readonly unit: string;
      readonly least: number;
      readonly most: number;
    }
  /** A number, or one that it is below or above (`<0.5`), with the unit of the laboratory. */
  | { readonly type: 'measured' };

/** How facts of a kind are told apart and what they say. */
export interface FactForm {
  /** One of a subject, or one of a subject and date (and name). */
  readonly per: 'subject' | 'date';
  readonly date: 'required' | 'optional' | 'none';
  readonly named: boolean;
  readonly value: FactValue;
}

const event: FactForm = {
  ...{ per: 'subject', date: 'required', named: false },
  value: { type: 'none' },
};
const therapy: FactForm = {
  ...{ per: 'date', date: 'required', named: false },
  value: { type: 'text', required: false },
};

/** What is kept of each kind. Statuses and doses are spelt as the criteria take them; a dose is dexamethasone's equivalent. */
export const factForms: Readonly<Record<FactKind, FactForm>> = {
  randomisation: event,
  firstDose: event,
  death: event,
  newAnticancerTherapy: therapy,
  steroids: {
    ...{ per: 'date', date: 'required', named: false },
    value: { type: 'number', unit: 'mg/day', least: 0, most: 1000 },
  },
  clinicalStatus: {
    ...{ per: 'date', date: 'required', named: false },
    value: { type: 'choice', choices: ['improved', 'stable', 'worse'] },
  },
  labs: { per: 'date', date: 'required', named: true, value: { type: 'measured' } },
  histology: {
    ...{ per: 'subject', date: 'optional', named: false },
    value: { type: 'text', required: true },
  },
  priorRadiation: therapy,
  priorSurgery: therapy,
  weight: {
    ...{ per: 'date', date: 'required', named: false },
    value: { type: 'number', unit: 'kg', least: 0.2, most: 500 },
  },
  height: {
    ...{ per: 'subject', date: 'optional', named: false },
    value: { type: 'number', unit: 'cm', least: 20, most: 260 },
  },
  sex: {
    ...{ per: 'subject', date: 'none', named: false },
    value: { type: 'choice', choices: ['M', 'F', 'O'] },
  },
};

/** Whether a word is a kind that a charter can keep. */
export const isFactKind = (word: string): word is FactKind => Object.hasOwn(factForms, word);
