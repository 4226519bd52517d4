import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { dicomwebRoutes } from '../dicomweb/dicomweb-routes.js';
import { imagesOfExam, type ExamImages } from '../qc/exam-images.js';
import { openExamImages } from '../qc/open-exam-images.js';
import { examPresenter, presentExam } from '../qc/presented-exam.js';
import { trialFor, type Role } from '../trials/roles.js';
import { sessionOf, staffOf } from './access.js';
import { refusals } from './answer-schemas.js';
import { notFound } from './coded-error.js';
import type { ImageGrants } from './image-grants.js';
import { Id } from './page-schemas.js';
import { ExamParams } from './qc-schemas.js';
import type { ServerDeps } from './server-deps.js';

/** Who judges images, and so has to see them. */
const checking: readonly Role[] = ['qcTechnologist', 'dataManager'];

const isId = new RegExp(Id.pattern ?? '');

/** The images of exams for who does QC of their trial. */
export const examImageRoutes =
  (deps: ServerDeps, grants: ImageGrants): FastifyPluginAsyncTypebox =>
  async app => {
    const present = examPresenter(exam => presentExam(deps.archive.arrival.archive, exam));

    app.post(
      '/api/admin/trials/:trial/exams/:exam/images',
      {
        config: { access: 'staff' },
        schema: {
          summary: 'Open the images of an exam for QC: where a viewer finds them',
          params: ExamParams,
          response: {
            200: Type.Object({
              studyInstanceUid: Type.String({
                description:
                  'Of this exam as its images are now, under `/qc/exams/{exam}/dicomweb`.',
              }),
              series: Type.Array(
                Type.Object({
                  series: Type.String({ description: 'Its id in the exam.' }),
                  seriesInstanceUid: Type.String(),
                  images: Type.Integer(),
                }),
                { description: 'Those with images that can be shown.' }
              ),
            }),
            ...refusals,
          },
        },
      },
      async (request, reply) => {
        reply.header('cache-control', 'no-store');
        const { id } = staffOf(request);
        const trial = await trialFor(deps.db, id, request.params.trial, checking);
        return openExamImages(deps, present, trial.id, request.params.exam, id);
      }
    );

    /** @throws CodedError CL_NOT_FOUND alike for no such exam and one of a trial in which they do no QC */
    const examFor = async (accountId: string, examId: string): Promise<ExamImages> => {
      if (!isId.test(examId)) throw notFound();
      const exam = await imagesOfExam(deps, examId);
      await trialFor(deps.db, accountId, exam.trialId, checking);
      return exam;
    };

    dicomwebRoutes(
      app,
      // The roles of series change under their names.
      { path: '/qc/exams/:exam/dicomweb', cacheControl: 'private, no-cache', listed: false },
      async request => {
        const { account, tokenHash } = sessionOf(request);
        const { exam } = request.params as { exam: string };
        return present(
          await grants.get(`exam ${tokenHash} ${exam}`, () => examFor(account.id, exam))
        );
      }
    );
  };
