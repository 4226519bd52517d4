import { accessThreats } from './access-threats.js';
import { blindingThreats } from './blinding-threats.js';
import { operationThreats } from './operation-threats.js';
import { recordThreats } from './record-threats.js';
import type { ThreatGroup } from './threat.js';

/** The threat model; docs/security.md is made of it. */
export const threatModel: readonly ThreatGroup[] = [
  { title: 'Blinding and identity', threats: blindingThreats },
  { title: 'The record', threats: recordThreats },
  { title: 'Accounts and access', threats: accessThreats },
  { title: 'The server and what comes to it', threats: operationThreats },
];
