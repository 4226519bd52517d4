import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Product } from '@corelab/e2e';
import type { RouteAccess } from '@corelab/server';
import type { InventoryRequest, RequestPair } from '../inventory/request.js';
import { emptyTally, sendAll, sendPairs, type Asker, type Finding } from './sendInventory.js';

/** What of an inventory is sent again: requests that told something, and all pairs. */
export interface Recording {
  readonly requests: readonly InventoryRequest[];
  readonly pairs: readonly RequestPair[];
}

/** The server makes metadata once for a read and keeps it; without its copy it makes it again from the archive. */
export const forgetBlinded = (product: Product): Promise<void> =>
  rm(join(product.home, 'frames', 'reads'), { recursive: true, force: true });

/** Sends again what was recorded until something is found: the pairs only where no answer told anything. */
export async function replay(
  asker: Asker,
  { requests, pairs }: Recording,
  matrix: readonly RouteAccess[]
): Promise<Finding[]> {
  const tally = emptyTally();
  const found = await sendAll(asker, requests, tally, undefined, true);
  return found.length > 0 ? found : sendPairs(asker, pairs, matrix, tally);
}
