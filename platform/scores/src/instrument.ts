import type { MissingCode } from './answer.js';

/** A parameter of an instrument, or of all of them, by its published name: `ramris.mcp1`. */
export interface Parameter {
  readonly values: readonly ParameterValue[] | { readonly from: number; readonly to: number };
  readonly default: ParameterValue;
  readonly meaning: string;
}

export type ParameterValue = string | number | boolean;
export type Parameters = Readonly<Record<string, ParameterValue>>;

/** Holds while a parameter has this value. */
export interface Condition {
  readonly parameter: string;
  readonly is: ParameterValue;
}

/** A value that may be given, with its definition in short, as the reader sees it. */
export interface Grade {
  readonly value: number;
  readonly meaning: string;
}

export type Scale =
  | {
      readonly kind: 'grades';
      readonly grades: readonly Grade[];
      /** The parameter that names the step between values; 1 where there is none. */
      readonly step?: string;
    }
  /** Its unit is fixed; whoever measures in another one converts before. */
  | { readonly kind: 'measure'; readonly unit: string; readonly from: number };

/** Where a feature is scored. */
export interface Site {
  readonly id: string;
  readonly title: string;
  readonly group?: string;
  readonly when?: Condition;
}

/** What is scored at each of its sites. An item is called `feature.site`, or by its site alone where `bare`. */
export interface Feature {
  readonly id: string;
  readonly title: string;
  readonly scale: Scale;
  readonly sites: readonly Site[];
  readonly bare?: boolean;
  /** An item that may be left out at signing and is in no total's expectation. */
  readonly optional?: boolean;
}

/** Items of features, narrowed to a group of sites or to sites. */
export interface Selection {
  readonly features: readonly string[];
  readonly group?: string;
  readonly sites?: readonly string[];
}

/**
 * What becomes of a sum whose items are not all usable: `prorate` by `sum.minFraction` and `sum.prorate`; `complete`: null;
 * `present`: the sum of what is there.
 */
export type MissingRule = 'prorate' | 'complete' | 'present';

interface Named {
  readonly id: string;
  readonly title: string;
  readonly unit?: string;
  /** Digits after the point in display and export. */
  readonly decimals?: number;
  readonly when?: Condition;
}

/** A comparison with a number, or with that of a parameter. */
export interface Test {
  readonly is: '<=' | '>=' | '<' | '>' | '=';
  readonly than: number | { readonly parameter: string };
}

export type Metric = Named &
  (
    | {
        readonly kind: 'sum';
        readonly of: Selection;
        readonly missing: MissingRule;
        /** A value above it is told: `F-RANGE`. */
        readonly reachable?: number;
      }
    /**
     * Unrounded sums added; null where one is, prorated where one is. Under `normalisedWhen` the mean of each by its maximum
     * instead.
     */
    | {
        readonly kind: 'composite';
        readonly parts: readonly string[];
        readonly normalisedWhen?: Condition;
      }
    /**
     * The highest; null where one of `essential` is missing, unless a usable one is `unlessAtLeast`. `F-PARTIAL` where another is.
     */
    | {
        readonly kind: 'max';
        readonly of: Selection;
        readonly essential: readonly string[];
        readonly unlessAtLeast: number;
      }
    /** How many items pass, of those that are usable; null where fewer than `atLeast` are. */
    | {
        readonly kind: 'count';
        readonly of: Selection;
        readonly passing: Test;
        readonly atLeast: number | 'all';
      }
    /** Mean of the usable items, flagged `F-PARTIAL` where not all are; null where there is none. */
    | {
        readonly kind: 'mean';
        readonly of: Selection;
        readonly times?: number;
        readonly atLeast: number;
      }
    /** A metric times an item times a factor; null where one is. */
    | {
        readonly kind: 'product';
        readonly metric: string;
        readonly item: string;
        readonly factor: number;
      }
    /** A metric by a metric; `whenZero` where the divisor is 0, whatever the dividend. */
    | {
        readonly kind: 'quotient';
        readonly metric: string;
        readonly by: string;
        readonly whenZero: number;
      }
    /** A metric times a factor, plus a number. */
    | {
        readonly kind: 'linear';
        readonly metric: string;
        readonly times: number;
        readonly plus: number;
      }
    /** One item as it is. */
    | { readonly kind: 'item'; readonly item: string }
    /** The class whose bounds hold the metric. */
    | {
        readonly kind: 'class';
        readonly metric: string;
        /** In order; each reaches to its bound, included. */
        readonly classes: readonly { readonly to: number; readonly name: string }[];
      }
    /** The first case whose tests all pass, in order; a case without tests is the last. Null where one of `needs` is. */
    | {
        readonly kind: 'cases';
        readonly needs: readonly string[];
        readonly cases: readonly {
          readonly all: readonly { readonly metric: string; readonly test: Test }[];
          /** Of another metric, where that is named. */
          readonly value: string | number | { readonly metric: string };
        }[];
      }
    /** Whether a metric passes: 'Y' or 'N'; null where it is. */
    | { readonly kind: 'meets'; readonly metric: string; readonly test: Test }
  );

/** What a course is called by its change from the baseline: where all of it holds. Null where one can not be told. */
export interface Outcome {
  readonly id: string;
  readonly title: string;
  readonly when?: Condition;
  readonly all: readonly OutcomeTest[];
}

export type OutcomeTest =
  /** A metric of the visit itself. */
  | { readonly metric: string; readonly test: Test }
  /** How much a metric has fallen since the baseline, over what is usable at both. */
  | { readonly fallOf: string; readonly in: 'points' | 'percent'; readonly test: Test }
  /** The same items are usable at both visits. */
  | { readonly sameItems: Selection };

/** Two answers that can't both be: told by the message, at the items. */
export interface ConsistencyRule {
  readonly id: string;
  readonly message: string;
  /** At each site of these features: where the first holds, the second has to. */
  readonly at: readonly string[];
  readonly where: { readonly feature: string; readonly passing: Test };
  readonly then:
    | { readonly feature: string; readonly passing: Test }
    /** Every site listed before it is not there, with one of these codes. */
    | { readonly sitesBefore: readonly MissingCode[] };
}

/** An instrument: all that is known of it, as data. */
export interface Instrument {
  /** Prefix of its parameters. */
  readonly id: string;
  readonly title: string;
  readonly source: readonly string[];
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly features: readonly Feature[];
  /** In the order in which they are derived: each may refer to those before it. */
  readonly metrics: readonly Metric[];
  /** The metric that is its total; null where it has none. */
  readonly total: string | null;
  readonly consistency: readonly ConsistencyRule[];
  readonly outcomes?: readonly Outcome[];
  /** Which way is worse: a higher value, unless said otherwise. */
  readonly worse?: 'lower';
}
