import { randomUUID } from 'node:crypto';
import cookie from '@fastify/cookie';
import swagger from '@fastify/swagger';
import { TypeBoxValidatorCompiler, type TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, {
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyRequest,
} from 'fastify';
import fastifyPlugin from 'fastify-plugin';
import { signedReadFor } from '../replay/signed-read-for.js';
import { adjudicationIdFor } from '../workflow/open-adjudication.js';
import { consensusIdFor } from '../workflow/open-consensus.js';
import { globalReadIdFor } from '../workflow/open-global-read.js';
import { readIdFor } from '../workflow/open-read.js';
import { createReleaseQueue, type ReleaseQueue } from '../workflow/release-queue.js';
import { enforceAccess, sessionOf } from './access.js';
import { accessReviewRoutes } from './access-review-routes.js';
import { absenceRoutes } from './absence-routes.js';
import { accountResetRoutes } from './account-reset-routes.js';
import { accountRoutes } from './account-routes.js';
import { adjudicationRoutes } from './adjudication-routes.js';
import { consensusRoutes } from './consensus-routes.js';
import { adminRoutes } from './admin-routes.js';
import { auditReviewRoutes } from './audit-review-routes.js';
import { auditRoutes } from './audit-routes.js';
import { apiTokenRoutes } from './api-token-routes.js';
import { assignmentRoutes } from './assignment-routes.js';
import { ReadParams } from './answer-schemas.js';
import { arrivalRoutes } from './arrival-routes.js';
import { backupRoutes } from './backup-routes.js';
import { blindingRoutes } from './blinding-routes.js';
import { caseFactRoutes } from './case-fact-routes.js';
import { charterAuthorRoutes } from './charter-author-routes.js';
import { charterRoutes } from './charter-routes.js';
import { notFound } from './coded-error.js';
import { examImageRoutes } from './exam-image-routes.js';
import { impactRoutes } from './impact-routes.js';
import { protectPages } from './content-policy.js';
import { intakeListRoutes } from './intake-list-routes.js';
import { correctionRoutes } from './correction-routes.js';
import { deliveryRoutes } from './delivery-routes.js';
import { peopleRoutes } from './people-routes.js';
import { localKeyRoutes } from './local-key-routes.js';
import { preferenceRoutes } from './preference-routes.js';
import { answerBadAddress, answerErrors, answerUnreadable } from './error-answers.js';
import { refuseUnstorableTexts } from './storable-texts.js';
import { factRoutes } from './fact-routes.js';
import { globalReadRoutes } from './global-read-routes.js';
import { ImageGrants } from './image-grants.js';
import { problemRoutes } from './problem-routes.js';
import { progressRoutes } from './progress-routes.js';
import { deidentificationRoutes } from './deidentification-routes.js';
import { providerRoutes } from './provider-routes.js';
import { qcRoutes } from './qc-routes.js';
import { qualificationRoutes } from './qualification-routes.js';
import { queryRoutes } from './query-routes.js';
import { readRoutes } from './read-routes.js';
import { releaseRoutes } from './release-routes.js';
import { replayRoutes } from './replay-routes.js';
import { resultRoutes } from './result-routes.js';
import { limitRequests } from './request-limits.js';
import { endSlowBodies, type BodyPatience } from './slow-bodies.js';
import { secondFactorRoutes } from './second-factor-routes.js';
import type { ServerDeps } from './server-deps.js';
import { serializerOf } from './serializers.js';
import { sessionRoutes } from './session-routes.js';
import { siteRoutes } from './site-routes.js';
import { identityDestructionRoutes } from './identity-destruction-routes.js';
import { subjectRoutes } from './subject-routes.js';
import { timepointRoutes } from './timepoint-routes.js';
import { trialCopyRoutes } from './trial-copy-routes.js';
import { unlockRoutes } from './unlock-routes.js';

export interface BuiltApp {
  readonly app: FastifyInstance;
  readonly releases: ReleaseQueue;
  /** Every route with who may call it, as registered. */
  readonly routes: readonly {
    readonly method: string;
    readonly url: string;
    readonly access: string;
  }[];
}

const isReadId = new RegExp(ReadParams.properties.readId.pattern ?? '');

/** Fastify looks for the name of a plugin that says none in every module that the process has loaded. */
const named = (name: string, plugin: FastifyPluginAsync): FastifyPluginAsync =>
  fastifyPlugin(plugin, { name, encapsulate: true });

/**
 * The whole HTTP application over its dependencies; it listens nowhere yet (`app.inject` or `app.listen`).
 * @throws Error when a route does not say who may call it.
 */
export const buildApp = async (deps: ServerDeps, patience?: BodyPatience): Promise<BuiltApp> => {
  const app = Fastify({
    ...(deps.logger === false ? { logger: false } : { loggerInstance: deps.logger }),
    bodyLimit: 1024 * 1024,
    forceCloseConnections: 'idle',
    // The log's name for a request is told with an error: it must not come again after a start, or in another process.
    genReqId: () => randomUUID(),
    trustProxy: deps.trustedProxies === undefined ? false : [...deps.trustedProxies],
    frameworkErrors: answerBadAddress,
    clientErrorHandler: answerUnreadable,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.setSerializerCompiler(serializerOf);
  answerErrors(app);
  refuseUnstorableTexts(app);
  endSlowBodies(app, patience);
  const routes: { method: string; url: string; access: string }[] = [];
  await app.register(cookie);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Corelab trial server', version: '0.1.0' },
    },
  });
  const grants = new ImageGrants(deps.now);
  enforceAccess(app, deps, grants);
  await limitRequests(app, deps.policy);
  app.addHook('onRoute', route => {
    for (const method of [route.method].flat()) {
      routes.push({ method, url: route.url, access: route.config?.access ?? 'none' });
    }
  });
  await protectPages(app, { siteFolder: deps.siteFolder, secure: deps.secureCookie });
  app.setNotFoundHandler(() => {
    throw notFound();
  });
  const releases = createReleaseQueue(deps, app.log);
  const authorise = async (
    request: FastifyRequest,
    publicId: string
  ): Promise<{ readId: string }> => {
    const { account, tokenHash } = sessionOf(request);
    // What can't be an id is not asked of the database, which refuses some characters in another way.
    if (!isReadId.test(publicId)) throw notFound();
    const readId = await grants.get(
      `read ${tokenHash} ${publicId}`,
      async () =>
        (await adjudicationIdFor(deps, account.id, publicId)) ??
        (await globalReadIdFor(deps, account.id, publicId)) ??
        (await consensusIdFor(deps, account.id, publicId)) ??
        (await readIdFor(deps, account.id, publicId))
    );
    return { readId };
  };
  const authoriseReplay = async (
    request: FastifyRequest,
    publicId: string
  ): Promise<{ readId: string }> => {
    const { account, tokenHash } = sessionOf(request);
    if (!isReadId.test(publicId)) throw notFound();
    const readId = await grants.get(
      `replay ${tokenHash} ${publicId}`,
      async () => (await signedReadFor(deps.db, account.id, publicId)).id
    );
    return { readId };
  };
  const plugins: Readonly<Record<string, FastifyPluginAsync>> = {
    sessionRoutes: sessionRoutes(deps),
    providerRoutes: providerRoutes(deps),
    secondFactorRoutes: secondFactorRoutes(deps),
    localKeyRoutes: localKeyRoutes(deps),
    preferenceRoutes: preferenceRoutes(deps),
    readRoutes: readRoutes(deps, releases),
    adjudicationRoutes: adjudicationRoutes(deps, releases),
    globalReadRoutes: globalReadRoutes(deps, releases),
    consensusRoutes: consensusRoutes(deps, releases),
    caseFactRoutes: caseFactRoutes(deps),
    problemRoutes: problemRoutes(deps, releases),
    charterRoutes: charterRoutes(deps, releases),
    charterAuthorRoutes: charterAuthorRoutes(deps),
    blindingRoutes: blindingRoutes(deps),
    adminRoutes: adminRoutes(deps, releases),
    auditRoutes: auditRoutes(deps),
    auditReviewRoutes: auditReviewRoutes(deps),
    backupRoutes: backupRoutes(deps),
    trialCopyRoutes: trialCopyRoutes(deps, releases),
    arrivalRoutes: arrivalRoutes(deps, releases),
    deliveryRoutes: deliveryRoutes(deps, releases),
    intakeListRoutes: intakeListRoutes(deps, releases),
    correctionRoutes: correctionRoutes(deps, releases),
    accessReviewRoutes: accessReviewRoutes(deps),
    accountRoutes: accountRoutes(deps),
    accountResetRoutes: accountResetRoutes(deps),
    apiTokenRoutes: apiTokenRoutes(deps),
    peopleRoutes: peopleRoutes(deps),
    progressRoutes: progressRoutes(deps, releases),
    qualificationRoutes: qualificationRoutes(deps, releases),
    absenceRoutes: absenceRoutes(deps, releases),
    factRoutes: factRoutes(deps),
    subjectRoutes: subjectRoutes(deps, releases),
    identityDestructionRoutes: identityDestructionRoutes(deps),
    timepointRoutes: timepointRoutes(deps, releases),
    releaseRoutes: releaseRoutes(deps, releases),
    replayRoutes: replayRoutes(deps),
    resultRoutes: resultRoutes(deps),
    assignmentRoutes: assignmentRoutes(deps, releases),
    unlockRoutes: unlockRoutes(deps, releases),
    qcRoutes: qcRoutes(deps, releases),
    deidentificationRoutes: deidentificationRoutes(deps),
    examImageRoutes: examImageRoutes(deps, grants),
    queryRoutes: queryRoutes(deps, releases),
    impactRoutes: impactRoutes(deps, releases),
    siteRoutes: siteRoutes(deps, releases),
    archive: async images => deps.archive.register(images, authorise, authoriseReplay),
  };
  for (const [name, plugin] of Object.entries(plugins)) await app.register(named(name, plugin));
  app.addHook('onClose', () => releases.close());
  await app.ready();
  return { app, releases, routes };
};
