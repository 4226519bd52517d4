import { type Static, type TArray, type TOptional, Type } from '@sinclair/typebox';
import { accounts, closed, listOf, words } from './parts.js';

const staff = {
  admin: 'writes charters, manages people',
  dataManager: 'matches images, follows queries and progress',
  qcTechnologist: 'checks images',
  trainer: 'runs calibration sessions',
  auditor: 'looks at the record',
  sponsor: 'sees progress numbers alone',
  unblindedSupport: 'sees identities and clinical facts, never reads',
} as const;

export type StaffRole = keyof typeof staff;

export const RolesSchema = Type.Object(
  Object.fromEntries(
    Object.entries(staff).map(([name, does]) => [
      name,
      Type.Optional(accounts(`Who ${does}.`, 0, { examples: [[`${name}1`]] })),
    ])
  ) as Record<StaffRole, TOptional<ReturnType<typeof accounts>>>,
  {
    ...closed,
    description:
      'Who has which role. Readers and adjudicators are named in the tracks, site coordinators at their site.',
  }
);

export const allRoles = {
  reader: 'reads in a slot R1, R2 ...',
  adjudicator: 'reads in the slot ADJ',
  siteCoordinator: 'uploads and answers queries for the own site',
  ...staff,
} as const;

export type RoleName = keyof typeof allRoles;

export const roleName = (description: string) => words(allRoles, description);

const Qualification = words(
  {
    cv: 'curriculum vitae',
    licence: 'licence to practise',
    gcp: 'Good Clinical Practice training',
    system: 'training in this system',
    charterTraining: 'training in this version of the charter',
    readerTest: 'reader test passed',
    conflictStatement: 'statement on conflicts of interest',
  },
  'A kind of qualification.'
);

export const QualificationsSchema = Type.Object(
  Object.fromEntries(
    Object.keys(allRoles).map(name => [
      name,
      Type.Optional(
        listOf(Qualification, 7, `What whoever acts as ${name} must have on record.`, {
          uniqueItems: true,
          examples: [['gcp', 'system']],
        })
      ),
    ])
  ) as Record<RoleName, TOptional<TArray<typeof Qualification>>>,
  {
    ...closed,
    description:
      'Qualifications required per role: without them nobody is assigned and no case opens.',
  }
);

export type Roles = Static<typeof RolesSchema>;
