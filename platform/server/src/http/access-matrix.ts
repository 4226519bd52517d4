import type { Role } from '../trials/roles.js';
import type { Access } from './access.js';

/**
 * What a call gives a person who is who the route asks for (`Access`):
 * `yes` the answer; `own` the answer for what is assigned to them, and a refusal or nothing for the rest; `nothing` an
 * answer in which nothing of the trial is; `no` a refusal.
 */
export type Cell = 'yes' | 'own' | 'nothing' | 'no';

/**
 * Who a person is to a route: what they are in its trial, or an administrator of the installation without a role there. Of
 * several roles a session has the one that it wears; a program's token has all.
 */
export type Caller = Role | 'administrator';

export interface RouteAccess {
  /** HEAD goes with GET. */
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly url: string;
  readonly access: Access;
  /** Everybody who is not named under `roles`, also a person without any role in the trial. */
  readonly others: Cell;
  readonly roles?: Readonly<Partial<Record<Caller, Cell>>>;
  readonly note?: string;
}

type Roles = NonNullable<RouteAccess['roles']>;

const reading: Roles = { reader: 'own', adjudicator: 'own' };
const administering: Roles = { administrator: 'yes' };
const reviewing: Roles = { admin: 'yes', auditor: 'yes' };
const training: Roles = { admin: 'yes', trainer: 'yes' };
const managing: Roles = { admin: 'yes', dataManager: 'yes' };

const ofRead = (
  method: RouteAccess['method'],
  path: string,
  more: Pick<RouteAccess, 'note' | 'roles'> = {}
): RouteAccess => ({
  method,
  url: `/api/reads/:readId${path}`,
  access: 'session',
  others: 'no',
  roles: reading,
  ...more,
});

const ofAdjudication = (
  method: RouteAccess['method'],
  path: string,
  note?: string
): RouteAccess => ({
  method,
  url: `/api/adjudications/:adjudicationId${path}`,
  access: 'session',
  others: 'no',
  roles: { adjudicator: 'own' },
  ...(note === undefined ? {} : { note }),
});

const ofGlobalRead = (method: RouteAccess['method'], path: string, note?: string): RouteAccess => ({
  method,
  url: `/api/global-reads/:globalReadId${path}`,
  access: 'session',
  others: 'no',
  roles: reading,
  ...(note === undefined ? {} : { note }),
});

const meeting: Roles = { reader: 'own' };

const ofConsensus = (method: RouteAccess['method'], path: string, note?: string): RouteAccess => ({
  method,
  url: `/api/consensus/:consensusId${path}`,
  access: 'session',
  others: 'no',
  roles: meeting,
  ...(note === undefined ? {} : { note }),
});

const editing: Roles = { admin: 'yes' };
const checking: Roles = { qcTechnologist: 'yes', dataManager: 'yes' };
const looking: Roles = { ...managing, auditor: 'yes' };

const ofCharter = (
  method: RouteAccess['method'],
  path: string,
  roles: Roles,
  note?: string
): RouteAccess => ({
  method,
  url: `/api/admin/trials/:trial/versions${path}`,
  access: 'staff',
  others: 'no',
  roles,
  ...(note === undefined ? {} : { note }),
});

/** The images of an exam, which a person who does QC of its trial looks at; never by a program's token. */
const ofExamImages = (path: string): RouteAccess => ({
  method: 'GET',
  url: `/qc/exams/:exam/dicomweb${path}`,
  access: 'session',
  others: 'no',
  roles: checking,
});

const ofImages = (path: string): RouteAccess => ({
  method: 'GET',
  url: `/reads/:readId/dicomweb${path}`,
  access: 'session',
  others: 'no',
  roles: reading,
});

/** A signed read as its reader saw it, for who looks on. */
const ofReplay = (path: string, note?: string): RouteAccess => ({
  method: 'GET',
  url: `/api/reads/:readId/replay${path}`,
  access: 'session',
  others: 'no',
  roles: looking,
  ...(note === undefined ? {} : { note }),
});

const ofReplayedImages = (path: string): RouteAccess => ({
  method: 'GET',
  url: `/replays/:readId/dicomweb${path}`,
  access: 'session',
  others: 'no',
  roles: looking,
});

const open = (method: RouteAccess['method'], url: string, note?: string): RouteAccess => ({
  method,
  url,
  access: 'public',
  others: 'yes',
  ...(note === undefined ? {} : { note }),
});

const oneself = (method: RouteAccess['method'], url: string): RouteAccess => ({
  method,
  url,
  access: 'session',
  others: 'yes',
  note: 'about oneself',
});

const ofAccounts = (method: RouteAccess['method'], path: string): RouteAccess => ({
  method,
  url: `/api/admin/accounts${path}`,
  access: 'staff',
  others: 'no',
  roles: administering,
});

const ofAccess = (method: RouteAccess['method'], path: string): RouteAccess => ({
  ...ofAccounts(method, ''),
  url: `/api/admin/access${path}`,
});

const ofResets = (method: RouteAccess['method'], path: string): RouteAccess => ({
  ...ofAccounts(method, ''),
  url: `/api/admin/account-resets${path}`,
});

const ofPeople = (method: RouteAccess['method'], path: string, roles: Roles): RouteAccess => ({
  method,
  url: `/api/admin/trials/:trial${path}`,
  access: 'staff',
  others: 'no',
  roles,
});

const ofAudit = (
  method: RouteAccess['method'],
  path: string,
  roles: Roles,
  note?: string
): RouteAccess => ({
  ...{ method, url: `/api/admin/audit/:trial${path}`, access: 'staff', others: 'no', roles },
  ...(note === undefined ? {} : { note }),
});

const auditing: Roles = { admin: 'yes', auditor: 'yes' };

/** The charter says of which tracks anybody is told anything. */
const allOwn: Roles = {
  ...{ admin: 'own', dataManager: 'own', auditor: 'own' },
  ...{ siteCoordinator: 'own', sponsor: 'own' },
};
const arriving: Roles = { ...managing, qcTechnologist: 'yes', auditor: 'yes' };
const matching: Roles = { dataManager: 'yes' };
const factKeeping: Roles = { dataManager: 'yes', unblindedSupport: 'yes' };
const delivering: Roles = { dataManager: 'yes', qcTechnologist: 'yes', siteCoordinator: 'yes' };

const series = '/studies/:study/series/:series';

/** Who may call what: every route the server has, and none besides. A test calls all of them as everybody. */
export const accessMatrix: readonly RouteAccess[] = [
  open('GET', '/', 'the viewer, without data'),
  open('GET', '/*', 'the viewer, without data'),
  open('GET', '/plugins/*', 'the viewer, without data'),
  open('GET', '/api/site'),
  open('GET', '/api/openapi.json'),
  open('GET', '/login'),
  open('POST', '/login', 'with a password; limited per minute'),
  open('GET', '/login/provider', 'the way to the organisation’s login; limited per minute'),
  open('GET', '/login/provider/callback', 'the way back; limited per minute'),
  open('GET', '/login/provider/done.js'),
  open('POST', '/api/session/renew', 'with a password; limited per minute'),
  oneself('GET', '/api/session'),
  oneself('POST', '/api/session/stay'),
  { ...oneself('POST', '/api/session/hat'), note: 'about oneself; to a role that one has' },
  oneself('GET', '/api/session/local-key'),
  oneself('POST', '/api/logout'),
  oneself('GET', '/api/preferences'),
  oneself('PUT', '/api/preferences'),
  oneself('GET', '/api/tokens'),
  { ...oneself('POST', '/api/tokens'), note: 'about oneself; with the password again' },
  oneself('POST', '/api/tokens/:id/revoke'),
  oneself('GET', '/api/second-factor'),
  ...(['key', 'recovery-codes', 'end'] as const).map((path): RouteAccess => ({
    ...oneself('POST', `/api/second-factor/${path}`),
    note: 'about oneself; with the password again, and a code where there is a second factor',
  })),
  oneself('POST', '/api/second-factor/confirm'),
  {
    ...oneself('POST', '/api/session/provider'),
    note: 'about oneself; with the password again, and a code where there is a second factor',
  },
  { method: 'GET', url: '/api/reads', access: 'session', others: 'nothing', roles: reading },
  ofRead('GET', ''),
  ofRead('GET', '/images'),
  ofRead('GET', '/draft'),
  ofRead('PUT', '/draft'),
  ofRead('POST', '/sign', { note: 'with the password again' }),
  ofRead('GET', '/problems'),
  ofRead('POST', '/problems'),
  ofRead('GET', '/facts'),
  ofAdjudication('GET', ''),
  ofAdjudication('GET', '/images'),
  ofAdjudication('GET', '/draft'),
  ofAdjudication('PUT', '/draft'),
  ofAdjudication('POST', '/sign', 'with the password again'),
  ofAdjudication('GET', '/facts'),
  ofAdjudication('GET', '/problems'),
  ofAdjudication('POST', '/problems'),
  ofAdjudication('POST', '/unlock', 'a second person decides'),
  ofGlobalRead('GET', ''),
  ofGlobalRead('GET', '/images'),
  ofGlobalRead('GET', '/facts'),
  ofGlobalRead('POST', '/reconsider'),
  ofGlobalRead('POST', '/sign', 'with the password again'),
  { method: 'GET', url: '/api/consensus', access: 'session', others: 'nothing', roles: meeting },
  ofConsensus('GET', ''),
  ofConsensus('GET', '/images'),
  ofConsensus('GET', '/facts'),
  ofConsensus('POST', '/proposals', 'the first reader; with the password again'),
  ofConsensus('POST', '/votes', 'with the password again'),
  ofRead('POST', '/unlock', { note: 'a second person decides' }),
  ofImages('/studies'),
  ofImages('/studies/:study/series'),
  ofImages('/studies/:study/instances'),
  ofImages('/studies/:study/metadata'),
  ofImages(`${series}/instances`),
  ofImages(`${series}/metadata`),
  ofImages(`${series}/instances/:instance/frames/:frames`),
  { ...ofImages('/*'), roles: {}, note: 'nothing else of DICOMweb is there' },
  ofReplay('', 'an audit entry each time'),
  ofReplay('/images'),
  ofReplay('/pictures/:sha256'),
  ofReplayedImages('/studies'),
  ofReplayedImages('/studies/:study/series'),
  ofReplayedImages('/studies/:study/instances'),
  ofReplayedImages('/studies/:study/metadata'),
  ofReplayedImages(`${series}/instances`),
  ofReplayedImages(`${series}/metadata`),
  ofReplayedImages(`${series}/instances/:instance/frames/:frames`),
  { ...ofReplayedImages('/*'), roles: {}, note: 'nothing else of DICOMweb is there' },
  {
    ...ofExamImages('/studies'),
    note: 'the study whose UID is asked for: the opening of the images gives it',
  },
  ofExamImages('/studies/:study/series'),
  ofExamImages('/studies/:study/instances'),
  ofExamImages('/studies/:study/metadata'),
  ofExamImages(`${series}/instances`),
  ofExamImages(`${series}/metadata`),
  ofExamImages(`${series}/instances/:instance/frames/:frames`),
  { ...ofExamImages('/*'), roles: {}, note: 'nothing else of DICOMweb is there' },
  {
    method: 'POST',
    url: '/api/admin/trials/:trial/copy',
    access: 'staff',
    others: 'no',
    roles: administering,
    note: 'not of a trial in which one reads or decides',
  },
  {
    method: 'POST',
    url: '/api/admin/trial-copies',
    access: 'staff',
    others: 'no',
    roles: administering,
  },
  {
    method: 'POST',
    url: '/api/admin/backup',
    access: 'staff',
    others: 'no',
    roles: administering,
  },
  {
    method: 'POST',
    url: '/api/admin/trials',
    access: 'staff',
    others: 'no',
    roles: { admin: 'yes' },
    note: 'a version of a trial that exists; an administrator deploys a new one',
  },
  { method: 'GET', url: '/api/admin/trials', access: 'staff', others: 'nothing', roles: looking },
  {
    method: 'POST',
    url: '/api/admin/charters/check',
    access: 'staff',
    others: 'no',
    roles: { ...editing, ...administering },
    note: 'a text of their own; nothing is saved',
  },
  {
    method: 'GET',
    url: '/api/admin/charters/examples',
    access: 'staff',
    others: 'no',
    roles: { ...editing, ...administering },
  },
  ofCharter('GET', '', looking),
  ofCharter('POST', '', editing),
  ofCharter('GET', '/:version', looking),
  ofCharter('GET', '/:version/diff', looking),
  ofCharter('GET', '/:version/impact', looking),
  ofCharter('GET', '/:version/impact/reads', looking),
  ofCharter('POST', '/:version/send', editing),
  ofCharter('POST', '/:version/recall', editing),
  ofCharter('POST', '/:version/approve', editing, 'not its author; with the password again'),
  ofCharter('POST', '/:version/reject', editing, 'not its author'),
  {
    ...ofPeople('GET', '/blinding', { ...looking, sponsor: 'yes' }),
    note: 'a sponsor: of the version in force',
  },
  { method: 'POST', url: '/api/admin/intake', access: 'staff', others: 'nothing', roles: managing },
  {
    method: 'GET',
    url: '/api/admin/trials/:trial/export',
    access: 'staff',
    others: 'no',
    roles: managing,
  },
  {
    method: 'GET',
    url: '/api/admin/audit/:trial',
    access: 'staff',
    others: 'no',
    roles: { ...managing, auditor: 'yes' },
    note: 'the chain named system: admins and auditors of any trial; an audit entry each time',
  },
  {
    method: 'GET',
    url: '/api/admin/audit/:trial/heads',
    access: 'staff',
    others: 'no',
    roles: { ...managing, auditor: 'yes' },
    note: 'signs and anchors where the chain stands',
  },
  ...(
    [
      ...['/entries', '/entries/:entry', '/facets', '/subjects', '/reads/:read/life'],
      '/verifications',
    ] as const
  ).map(path => ofAudit('GET', path, auditing, 'the chain named system: administrators too')),
  ofAudit('GET', '/export', auditing, 'an audit entry each time'),
  ofAudit('GET', '/reads/:read/life/export', auditing, 'an audit entry each time'),
  ofAudit('POST', '/verifications', auditing, 'an audit entry outside any trial each time'),
  ofAudit('GET', '/reviews', auditing),
  ofAudit('POST', '/reviews', { auditor: 'yes' }),
  ofAudit('GET', '/reviews/:review', auditing),
  ofAudit('GET', '/reviews/:review/items', auditing),
  ofAudit('POST', '/reviews/:review/items/:place', { auditor: 'yes' }),
  ofAudit('POST', '/reviews/:review/items/:place/answer', { admin: 'yes' }),
  ofAudit('POST', '/reviews/:review/items/:place/close', { auditor: 'yes' }),
  ofAudit('POST', '/reviews/:review/items/:place/reopen', { auditor: 'yes' }),
  ofAudit('POST', '/reviews/:review/notes', { auditor: 'yes' }),
  ofAudit('POST', '/reviews/:review/withdraw', { auditor: 'yes' }),
  ofAudit('POST', '/reviews/:review/sign', { auditor: 'yes' }, 'with the password again'),
  ofAudit('GET', '/reviews/:review/export', auditing, 'an audit entry each time'),
  {
    method: 'GET',
    url: '/api/admin/problems',
    access: 'staff',
    others: 'nothing',
    roles: managing,
  },
  {
    method: 'POST',
    url: '/api/admin/problems/:problemId/answer',
    access: 'staff',
    others: 'no',
    roles: managing,
  },
  ofPeople('GET', '/progress', looking),
  {
    ...ofPeople('GET', '/progress/summary', { ...looking, sponsor: 'yes' }),
    note: 'a sponsor without readers',
  },
  ofPeople('GET', '/progress/subjects/:subject', looking),
  ofPeople('GET', '/arrivals', arriving),
  ofPeople('GET', '/arrivals/summary', arriving),
  ofPeople('GET', '/arrivals/subjects', arriving),
  ofPeople('GET', '/arrivals/:id', arriving),
  ofPeople('POST', '/arrivals/:id/match', matching),
  ofPeople('POST', '/arrivals/:id/refuse', matching),
  ofPeople('POST', '/arrivals/:id/take-up-again', matching),
  ofPeople('GET', '/quarantine', arriving),
  ofPeople('POST', '/quarantine/:id/release', matching),
  ofPeople('POST', '/quarantine/:id/refuse', matching),
  ofPeople('GET', '/quarantine/groups', arriving),
  ofPeople('POST', '/quarantine/groups/release', matching),
  ofPeople('POST', '/quarantine/groups/refuse', matching),
  {
    ...ofPeople('GET', '/deliveries', { ...arriving, siteCoordinator: 'own' }),
    note: 'a site coordinator: own deliveries',
  },
  {
    ...ofPeople('GET', '/deliveries/:id/files', { ...arriving, siteCoordinator: 'own' }),
    note: 'a site coordinator: own deliveries',
  },
  {
    ...ofPeople('POST', '/deliveries', delivering),
    note: 'a site coordinator: files of own sites',
  },
  {
    ...{ method: 'POST', url: '/sites/:trial/dicomweb/studies', access: 'staff', others: 'no' },
    ...{ roles: delivering, note: 'STOW-RS; a site coordinator: files of own sites' },
  },
  ofPeople('GET', '/corrections', arriving),
  ofPeople('POST', '/corrections', matching),
  ofPeople('POST', '/corrections/foresee', matching),
  ofPeople('POST', '/timepoints/missed', matching),
  ofPeople('POST', '/timepoints/expected', matching),
  ofPeople('POST', '/timepoints/complete', matching),
  ofPeople('POST', '/timepoints/not-readable', matching),
  ofPeople('POST', '/timepoints/unscheduled', checking),
  ofPeople('GET', '/people', { ...managing, trainer: 'yes', auditor: 'yes' }),
  ...(['GET', 'POST'] as const).map((method): RouteAccess => ({
    ...ofPeople(method, '/access/reviews', reviewing),
    ...(method === 'POST' ? { note: 'with the password again' } : {}),
  })),
  ofPeople('GET', '/access', reviewing),
  { ...ofPeople('GET', '/access/export', reviewing), note: 'an audit entry each time' },
  ofPeople('POST', '/roles', { admin: 'yes' }),
  ofPeople('POST', '/roles/end', { admin: 'yes' }),
  ofPeople('GET', '/qualifications', { ...managing, trainer: 'yes', auditor: 'yes' }),
  ofPeople('POST', '/qualifications', training),
  ofPeople('POST', '/qualifications/:id/withdraw', training),
  ofPeople('GET', '/absences', managing),
  ofPeople('POST', '/absences', managing),
  ofPeople('POST', '/absences/:id/cancel', managing),
  ofPeople('GET', '/conflicts', managing),
  ofPeople('POST', '/conflicts', managing),
  ofPeople('POST', '/conflicts/:id/end', managing),
  ...(['/facts', '/facts/imports', '/facts/subjects/:subject'] as const).map(
    (path): RouteAccess => ({
      ...ofPeople('GET', path, { ...looking, unblindedSupport: 'yes' }),
      note: 'of the kinds that the charter shows the role',
    })
  ),
  ofPeople('POST', '/facts', factKeeping),
  ofPeople('POST', '/facts/import', factKeeping),
  ofPeople('POST', '/facts/:id/withdraw', factKeeping),
  ofPeople('POST', '/end-of-imaging', managing),
  ofPeople('POST', '/end-of-imaging/withdraw', managing),
  ofPeople('GET', '/identity-destructions', looking),
  ofPeople('POST', '/identity-destructions', managing),
  {
    ...ofPeople('POST', '/identity-destructions/:id/confirm', { admin: 'yes' }),
    note: 'not who asked for it; with the password again',
  },
  ofPeople('POST', '/identity-destructions/:id/refuse', managing),
  ofPeople('GET', '/tracks', { ...looking, sponsor: 'yes' }),
  {
    ...ofPeople('GET', '/results/tracks', { ...looking, siteCoordinator: 'own', sponsor: 'own' }),
    note: 'what the charter has them told',
  },
  ofPeople('GET', '/results', allOwn),
  ofPeople('POST', '/results/acknowledge', { siteCoordinator: 'own', sponsor: 'own' }),
  ofPeople('POST', '/site-assessments', { siteCoordinator: 'own', dataManager: 'own' }),
  ofPeople('POST', '/site-assessments/import', { siteCoordinator: 'own', dataManager: 'own' }),
  ofPeople('GET', '/batches', { ...managing, auditor: 'yes' }),
  ofPeople('POST', '/batches', managing),
  ofPeople('GET', '/reads/unassigned', managing),
  ofPeople('GET', '/reads/:readId/candidates', managing),
  ofPeople('POST', '/reads/:readId/assign', managing),
  ofPeople('POST', '/reads/:readId/move', managing),
  ofPeople('GET', '/replacements', managing),
  ofPeople('POST', '/replacements', managing),
  { ...ofPeople('GET', '/reads/:readId/report', looking), note: 'an audit entry each time' },
  ofPeople('POST', '/reads/:readId/unlock', managing),
  ofPeople('POST', '/adjudications/:adjudicationId/unlock', managing),
  {
    ...ofPeople('POST', '/adjudications/:adjudicationId/let-stand', managing),
    note: 'with the password again',
  },
  ofPeople('GET', '/unlocks', managing),
  {
    ...ofPeople('POST', '/unlocks/:id/decide', managing),
    note: 'not who asked, nor who signed; with the password again',
  },
  ofPeople('GET', '/exams', { ...checking, ...looking }),
  ofPeople('GET', '/exams/:exam', { ...checking, ...looking }),
  ofPeople('GET', '/exams/:exam/acquisition', { ...checking, ...looking }),
  ofPeople('GET', '/exams/:exam/deidentification', { ...checking, ...looking }),
  ofPeople('GET', '/reads/returned', { ...checking, ...looking }),
  {
    ...ofPeople('POST', '/exams/:exam/images', checking),
    note: 'opens the images for QC, an audit entry each time',
  },
  ofPeople('POST', '/exams/:exam/claim', checking),
  ofPeople('POST', '/exams/:exam/series', checking),
  ofPeople('POST', '/exams/:exam/decide', checking),
  ofPeople('GET', '/queries', { ...checking, ...looking, siteCoordinator: 'own' }),
  ofPeople('POST', '/queries', checking),
  ofPeople('GET', '/queries/:query', { ...checking, ...looking, siteCoordinator: 'own' }),
  ofPeople('POST', '/queries/:query/answer', { siteCoordinator: 'own' }),
  ofPeople('POST', '/queries/:query/close', checking),
  ofPeople('POST', '/queries/:query/cancel', checking),
  ofPeople('POST', '/queries/:query/reopen', checking),
  ofPeople('POST', '/queries/:query/not-resupplied', { dataManager: 'yes' }),
  ofPeople('GET', '/impacts', { ...checking, ...looking }),
  { ...ofPeople('POST', '/impacts/:impact/decide', managing), note: 'with the password again' },
  ofPeople('POST', '/reads/:readId/return-to-qc', checking),
  ofPeople('POST', '/reads/:readId/leave-qc', checking),
  ofAccess('GET', ''),
  { ...ofAccess('GET', '/export'), note: 'an audit entry each time' },
  ofAccess('GET', '/reviews'),
  { ...ofAccess('POST', '/reviews'), note: 'with the password again' },
  ofAccounts('GET', ''),
  ofAccounts('POST', ''),
  ofAccounts('POST', '/:user/deactivate'),
  ofAccounts('POST', '/:user/reactivate'),
  {
    ...ofAccounts('POST', '/:user/reset'),
    note: 'not of oneself; a second administrator confirms',
  },
  ofResets('GET', ''),
  {
    ...ofResets('POST', '/:id/confirm'),
    note: 'neither who asked nor the person; with the password again',
  },
  ofResets('POST', '/:id/refuse'),
  ofAccounts('POST', '/:user/administrator'),
  ofAccounts('GET', '/:user/tokens'),
  ofAccounts('POST', '/:user/tokens'),
  ofAccounts('POST', '/:user/tokens/:id/revoke'),
];

/** What a route gives a person of one role, or of none. */
export const cellOf = (route: RouteAccess, role: Caller | null): Cell =>
  (role === null ? undefined : route.roles?.[role]) ?? route.others;
