import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { awaited, get, madePerson, post, type ApiPerson } from './apiPerson.js';
import type { Product } from './product.js';
import { corelab } from './serverAnswers.js';

export const trial = 'DEMO-ONC';
export const root = `/api/admin/trials/${trial}`;
export const password = 'words of my own';

/** Who works in the trial. */
export const roster = {
  admin: { user: 'second.admin', name: 'Approving Person' },
  manager: { user: 'managing', name: 'Data Manager' },
  qc: { user: 'checking', name: 'Image Checker' },
  R1: { user: 'nordlund', name: 'Doctor Nordlund' },
  R2: { user: 'castellane', name: 'Doctor Castellane' },
  ADJ: { user: 'judging', name: 'Doctor Umpire' },
} as const;

export type Staff = Readonly<Record<keyof typeof roster, ApiPerson>>;

const { admin, manager, qc, R1, R2, ADJ } = roster;

const charter = `# Two blinded readers and an adjudicator; every exam is checked by a person.
trial: { id: ${trial}, name: A trial of two readers, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites:
  - { code: '101', name: Northern site }
  - { code: '102', name: Southern site }
subjects: { identifierPattern: '\\d{3}-\\d{3}' }
series:
  - role: CT-PV-AX
    modality: CT
    rules: [{ attribute: SeriesDescription, operator: contains, value: CT PV AX }]
imagingProtocol: { qc: person }
timepoints:
  - { id: BL, label: Baseline, kind: baseline, roles: [CT-PV-AX] }
  - { id: TP1, day: 56, roles: [CT-PV-AX] }
  - { id: TP2, day: 112, roles: [CT-PV-AX] }
  - { id: TP3, day: 168, roles: [CT-PV-AX] }
tracks:
  - id: efficacy
    slots: [R1, R2, ADJ]
    readers: { R1: [${R1.user}], R2: [${R2.user}], ADJ: [${ADJ.user}] }
    showDerived: live
    adjudication: { counterfactual: true }
roles: { admin: [${admin.user}], dataManager: [${manager.user}], qcTechnologist: [${qc.user}] }
`;

/** Deploys the charter from the shell as the first administrator, and approves it as the second. */
export async function deployTrial(product: Product, text = charter): Promise<Staff> {
  const made: [string, ApiPerson][] = [];
  for (const [role, person] of Object.entries(roster)) {
    made.push([role, await madePerson(product, person, password)]);
  }
  const staff = Object.fromEntries(made) as unknown as Staff;
  const file = join(product.home, 'charter.yaml');
  await writeFile(file, text);
  const sent = await corelab(product, 'trial', 'deploy', file);
  expect(sent).toMatchObject({ code: trial, version: 1, state: 'sentForApproval' });
  const version = `${root}/versions/1`;
  const { approvalMeanings } = await get<{ approvalMeanings: string[] }>(staff.admin, version);
  await post(staff.admin, `${version}/approve`, {
    ...{ password, meaning: approvalMeanings[0], reason: 'looked at' },
  });
  return staff;
}

/** How far each subject's reading is, by subject. */
export async function courseStates(person: ApiPerson): Promise<Record<string, string | null>> {
  const { rows } = await get<{ rows: { subject: string; course: { state: string | null } }[] }>(
    person,
    `${root}/progress`
  );
  return Object.fromEntries(rows.map(({ subject, course }) => [subject, course.state]));
}

/** Waits until what the readers signed of each of the trial's subjects is final. */
export async function allFinal(person: ApiPerson, subjects: number): Promise<void> {
  await awaited('final of every subject', async () => {
    const final = Object.values(await courseStates(person)).filter(state => state === 'final');
    return final.length === subjects ? final : null;
  });
}
