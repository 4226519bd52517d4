import type { LesionInput } from '../schemas.js';

/** Short axes of one lymph node that matter, mm. */
export interface NodeLimits {
  /** A target from here on. */
  readonly targetFromMm: number;
  /** Normal below: does not block a complete response. */
  readonly normalBelowMm: number;
  /** A new lesion from here on. */
  readonly newFromMm: number;
}

/** The limits of a node by what is recorded of it (its location). */
export type NodeLimitsOf = (node: Pick<LesionInput, 'location'> | undefined) => NodeLimits;

const recist: NodeLimits = { targetFromMm: 15, normalBelowMm: 10, newFromMm: 10 };

/** RECIST 1.1: every node alike. */
export const recistNodeLimits: NodeLimitsOf = () => recist;
