import { issueApiToken } from '../../accounts/api-tokens.js';
import type { ServerDeps } from '../../http/server-deps.js';
import { grantRole } from '../../trials/roles.js';
import { archiveServer, type ArchiveServer } from '../archive-server.js';
import { handmadeFile } from '../handmade-image.js';
import { testAccount } from '../test-account.js';
import { deployed } from '../test-server.js';

/** Two people read every subject, one slot each; what is whole passes QC by itself. */
export const faultCharter = `
trial: { id: DEMO-ONC, name: Demonstration, phase: '2' }
area: oncology
criterion: { id: recist-1.1 }
sites: [{ code: '101', name: Site }]
series: [{ role: CT-PV-AX, modality: CT }]
imagingProtocol: { qc: automatic }
timepoints:
  - { id: BL, label: Baseline, kind: baseline }
  - { id: TP1, label: Week 8, day: 56 }
  - { id: TP2, label: Week 16, day: 112 }
tracks:
  - id: efficacy
    slots: [R1, R2, ADJ]
    readers: { R1: [reader], R2: [other], ADJ: [judge] }
    adjudication: { counterfactual: false }
`;

/** Labels of the timepoints, in order. */
export const timepointLabels = ['Baseline', 'Week 8', 'Week 16'] as const;
const codes = ['BL', 'TP1', 'TP2'];
const dates = ['20260105', '20260302', '20260427'];

/** Images of so many subjects at all timepoints, two slices each. */
export const faultImages = (subjects: number): Uint8Array[] =>
  Array.from({ length: subjects }, (_, subject) => subject + 1).flatMap(subject =>
    codes.flatMap((timepoint, visit) =>
      [1, 2].map(number => {
        const studyUid = `1.2.826.0.1.7301.9.${subject}.${visit + 1}`;
        return handmadeFile({
          ...{ studyUid, seriesUid: `${studyUid}.1`, sopUid: `${studyUid}.1.${number}` },
          ...{ frameOfReferenceUid: `${studyUid}.9`, subject: `S-${subject}`, site: '101' },
          ...{ timepoint, date: dates[visit] ?? '', number, z: 5 * number, canary: 'X' },
          pixelSeed: 100 * subject + 10 * visit + number,
        });
      })
    )
  );

/** A token of somebody who delivers images to the one trial. */
const dataManager = async (deps: ServerDeps, grantedBy: string): Promise<string> => {
  const { id } = await testAccount(deps, { userName: 'manager', displayName: 'Manager' });
  await deps.db.transaction().execute(async trx => {
    const trial = await trx.selectFrom('trial').select('id').executeTakeFirstOrThrow();
    await grantRole(trx, {
      ...{ trialId: trial.id, accountId: id, role: 'dataManager', grantedBy, at: deps.now() },
    });
  });
  return issueApiToken(deps, id);
};

/** An installation with such a trial, left for server processes to take over; its Orthanc runs on. */
export const faultInstallation = async (
  subjects: number,
  { databaseUrl, parent }: { readonly databaseUrl?: string; readonly parent?: string } = {}
): Promise<{
  readonly archive: ArchiveServer;
  readonly adminToken: string;
  readonly managerToken: string;
}> => {
  const archive = await archiveServer(faultImages(subjects), {
    ...(databaseUrl === undefined ? { kept: true } : { databaseUrl }),
    ...(parent === undefined ? {} : { parent }),
  });
  const { server } = archive;
  try {
    await testAccount(server.deps, { userName: 'judge', displayName: 'Dr judge' });
    await deployed(server, faultCharter);
    await server.releases.idle();
    const { adminToken, deps } = server;
    const managerToken = await dataManager(deps, server.admin.id);
    await archive.leave();
    return { archive, adminToken, managerToken };
  } catch (reason) {
    await archive.close();
    throw reason;
  }
};
