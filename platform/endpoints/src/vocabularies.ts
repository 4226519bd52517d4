import {
  imwgVocabulary,
  irecistVocabulary,
  irrcVocabulary,
  iwcllVocabulary,
  luganoVocabulary,
  pcwg2Vocabulary,
  percistVocabulary,
  rano2Vocabulary,
  recistVocabulary,
  type ResponseVocabulary,
} from '@corelab/criteria';
import type { BenefitCategory, EndpointOptions } from './options.js';

/** What each category of a criterion is to an endpoint. Null: the criterion has no such notion. */
export interface VocabularyRow {
  /** Ids of the criteria that rate in it, the first being the one that stands for it. */
  readonly criteria: readonly string[];
  /** Codes, their depth for the best response, and what is confirmed: the criterion's own. */
  readonly responses: ResponseVocabulary;
  /** ORR, DoR and TTR. */
  readonly response: readonly string[] | null;
  /** DCR: the responses and what is no worse than stable disease. */
  readonly control: readonly string[] | null;
  /** Clinical benefit: each category with the value of `cbValues` that it goes by. */
  readonly benefit: Readonly<Record<string, BenefitCategory>> | null;
  /** Ends progression-free survival. */
  readonly progression: readonly string[];
  /** Progression that waits for its confirmation, and the option for those that nothing resolved. */
  readonly pending: readonly string[];
  readonly unresolved: 'unresolvedIupd' | 'unresolvedPpd' | 'pduRpfs' | null;
  readonly notEvaluable: readonly string[];
  /** Rated, and none of the above. */
  readonly neither: readonly string[];
  /** The criterion confirms each category by the next evaluable visit. */
  readonly byNextVisit: boolean;
}

const NN = 'NON-CR/NON-PD';
const notEvaluable = ['NE', 'ND', 'MISSING'];
const final = {
  progression: ['PD'],
  pending: [],
  unresolved: null,
  notEvaluable,
  neither: ['NED'],
  byNextVisit: false,
} as const;

/** One row a vocabulary. */
export const vocabularies: Readonly<Record<EndpointOptions['vocabulary'], VocabularyRow>> = {
  recist: {
    ...final,
    criteria: [
      'recist-1.1',
      'imrecist',
      'mrecist',
      'choi',
      'cheson-2007',
      'rano-hgg-2010',
      'macdonald',
    ],
    responses: recistVocabulary,
    response: ['CR', 'PR'],
    control: ['CR', 'PR', 'MR', 'SD', NN],
    benefit: { CR: 'CR', PR: 'PR', MR: 'SD', SD: 'SD', [NN]: NN },
  },
  irecist: {
    ...final,
    criteria: ['irecist'],
    responses: irecistVocabulary,
    response: ['ICR', 'IPR'],
    control: ['ICR', 'IPR', 'ISD', 'NON-ICR/NON-IUPD'],
    benefit: { ICR: 'CR', IPR: 'PR', ISD: 'SD', 'NON-ICR/NON-IUPD': NN },
    progression: ['ICPD'],
    pending: ['IUPD'],
    unresolved: 'unresolvedIupd',
  },
  irrc: {
    ...final,
    criteria: ['irrc'],
    responses: irrcVocabulary,
    response: ['irCR', 'irPR'],
    control: ['irCR', 'irPR', 'irSD'],
    benefit: { irCR: 'CR', irPR: 'PR', irSD: 'SD' },
    progression: ['irPD'],
  },
  lugano: {
    ...final,
    criteria: ['lugano-2014'],
    responses: luganoVocabulary,
    response: ['CR', 'PR'],
    control: ['CR', 'PR', 'SD'],
    benefit: { CR: 'CR', PR: 'PR', SD: 'SD' },
    neither: ['NED', 'IR1', 'IR2a', 'IR2b', 'IR3'],
  },
  rano2: {
    ...final,
    criteria: ['rano-2.0'],
    responses: rano2Vocabulary,
    response: ['CR', 'PR'],
    control: ['CR', 'PR', 'MR', 'SD'],
    benefit: { CR: 'CR', PR: 'PR', MR: 'SD', SD: 'SD' },
    progression: ['PD', 'cPD'],
    pending: ['pPD'],
    unresolved: 'unresolvedPpd',
  },
  pcwg3: {
    ...final,
    criteria: ['pcwg3'],
    responses: recistVocabulary,
    response: ['CR', 'PR'],
    control: ['CR', 'PR', 'MR', 'SD', NN],
    benefit: { CR: 'CR', PR: 'PR', MR: 'SD', SD: 'SD', [NN]: NN },
    pending: ['PDu'],
    unresolved: 'pduRpfs',
  },
  pcwg2: {
    ...final,
    criteria: ['pcwg3'],
    responses: pcwg2Vocabulary,
    response: null,
    control: null,
    benefit: null,
    pending: ['PDu'],
    unresolved: 'pduRpfs',
    neither: ['NON-PD', 'NED'],
  },
  imwg: {
    ...final,
    criteria: ['imwg-2016'],
    responses: imwgVocabulary,
    response: ['sCR', 'CR', 'VGPR', 'PR'],
    control: ['sCR', 'CR', 'VGPR', 'PR', 'MR', 'SD'],
    benefit: { sCR: 'CR', CR: 'CR', VGPR: 'PR', PR: 'PR', MR: 'SD', SD: 'SD' },
    neither: [],
    byNextVisit: true,
  },
  iwcll: {
    ...final,
    criteria: ['iwcll-2018'],
    responses: iwcllVocabulary,
    response: ['CR', 'CRi', 'PR', 'PR-L'],
    control: ['CR', 'CRi', 'PR', 'PR-L', 'SD'],
    benefit: { CR: 'CR', CRi: 'CR', PR: 'PR', 'PR-L': 'PR', SD: 'SD' },
    neither: [],
  },
  percist: {
    ...final,
    criteria: ['percist-1.0'],
    responses: percistVocabulary,
    response: ['CMR', 'PMR'],
    control: ['CMR', 'PMR', 'SMD', 'NON-CMR/NON-PMD'],
    benefit: { CMR: 'CR', PMR: 'PR', SMD: 'SD', 'NON-CMR/NON-PMD': NN },
    progression: ['PMD'],
  },
};

interface Standing {
  /** Whether it is a response. */
  readonly response: boolean;
  readonly benefit: BenefitCategory;
}

/** Categories that trials count differently: by option and value. The values not listed leave them as they are above. */
const standings: readonly {
  readonly category: string;
  readonly option: 'mrAs' | 'prlAs';
  readonly values: Readonly<Record<string, Standing>>;
}[] = [
  {
    category: 'MR',
    option: 'mrAs',
    values: {
      benefit: { response: false, benefit: 'PR' },
      PR: { response: true, benefit: 'PR' },
    },
  },
  {
    category: 'PR-L',
    option: 'prlAs',
    values: { SD: { response: false, benefit: 'SD' } },
  },
];

/** The row of the options' vocabulary, with what the options make of its categories. */
export function notionsOf(options: EndpointOptions): VocabularyRow {
  return standings.reduce<VocabularyRow>((row, { category, option, values }) => {
    const standing = values[options[option]];
    const { response, benefit } = row;
    if (!standing || !response || !benefit || !(category in benefit)) return row;
    const others = response.filter(code => code !== category);
    return {
      ...row,
      response: standing.response ? [...others, category] : others,
      benefit: { ...benefit, [category]: standing.benefit },
    };
  }, vocabularies[options.vocabulary]);
}

/** Whether there is a response and it is one of these. */
export function isAmong(codes: readonly string[], response: string | null): boolean {
  return codes.some(code => code === response);
}

/** Every code a visit may have. */
export function codesOf({ responses, pending }: VocabularyRow): readonly string[] {
  return [...new Set([...responses.rank, ...pending])];
}

/** Progression that waits, and is censored before its run when nothing resolved it. */
export function censorsUnresolved(options: EndpointOptions): boolean {
  const { unresolved } = vocabularies[options.vocabulary];
  return unresolved !== null && options[unresolved] === 'censor';
}
