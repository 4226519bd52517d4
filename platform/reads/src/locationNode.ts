import { locations } from '@corelab/criteria';

const nodeByCode: ReadonlyMap<string, boolean> = new Map(
  locations.map(location => [location.code, location.node])
);

/** Is this location a lymph node? `null` for no location and for one outside the closed list. */
export function isNode(location: string | null): boolean | null {
  return location === null ? null : (nodeByCode.get(location) ?? null);
}
