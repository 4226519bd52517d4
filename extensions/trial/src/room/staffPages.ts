import type { Session } from '@corelab/client';
import type { TextKey } from '@corelab/ui';

export type StaffPageId =
  | 'trials'
  | 'progress'
  | 'results'
  | 'intake'
  | 'qc'
  | 'facts'
  | 'people'
  | 'audit';

/** A page of the core lab's staff: where it is, and whose. */
export interface StaffPage {
  readonly id: StaffPageId;
  readonly path: string;
  readonly title: TextKey;
  /** Who has it in a trial. */
  readonly roles: readonly string[];
  /** Only where somebody outside the core lab is told single results. */
  readonly ofResults?: true;
  /** Whether an administrator of the installation has it, in no trial. */
  readonly administrator: boolean;
}

/** In the order of the rail. For everybody else none of them exists. */
export const staffPages: readonly StaffPage[] = [
  {
    id: 'trials',
    path: '/trials',
    title: 'room.trials',
    roles: ['admin', 'dataManager', 'auditor'],
    administrator: true,
  },
  {
    id: 'progress',
    path: '/progress',
    title: 'room.progress',
    roles: ['admin', 'dataManager', 'auditor', 'sponsor'],
    administrator: false,
  },
  {
    id: 'results',
    path: '/results',
    title: 'room.results',
    roles: ['admin', 'dataManager', 'auditor', 'sponsor', 'siteCoordinator'],
    ofResults: true,
    administrator: false,
  },
  {
    id: 'intake',
    path: '/intake',
    title: 'room.intake',
    roles: ['admin', 'dataManager', 'qcTechnologist', 'siteCoordinator', 'auditor'],
    administrator: false,
  },
  {
    id: 'qc',
    path: '/qc',
    title: 'room.qc',
    roles: ['qcTechnologist', 'dataManager', 'siteCoordinator', 'admin', 'auditor'],
    administrator: false,
  },
  {
    id: 'facts',
    path: '/facts',
    title: 'room.facts',
    roles: ['dataManager', 'unblindedSupport', 'admin', 'auditor'],
    administrator: false,
  },
  {
    id: 'people',
    path: '/people',
    title: 'room.people',
    roles: ['admin', 'dataManager', 'trainer', 'auditor'],
    administrator: true,
  },
  {
    id: 'audit',
    path: '/audit',
    title: 'room.audit',
    roles: ['admin', 'auditor'],
    administrator: true,
  },
];

/** The trials in which a person has the page, in the order of the session. */
export const trialsWith = (page: StaffPage, { trials }: Session): Session['trials'] =>
  trials.filter(
    ({ roles, results }) =>
      (page.ofResults !== true || results) && roles.some(role => page.roles.includes(role))
  );

/** The pages a person has. */
export const pagesOf = (session: Session): StaffPage[] =>
  staffPages.filter(
    page => (page.administrator && session.administrator) || trialsWith(page, session).length > 0
  );

/** Where a person begins: the reading list, or the first of their pages. */
export const firstPageOf = (session: Session): string =>
  reads(session) ? '/' : (pagesOf(session)[0]?.path ?? '/');

/** Whether the person reads anywhere: who does not has no reading list. */
export const reads = ({ roles }: Session): boolean =>
  roles.includes('reader') || roles.includes('adjudicator');
