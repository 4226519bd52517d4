import { emptyDecision, type DecisionDocument } from '@corelab/adjudication';
import { password, type Answer } from '../test-server.js';
import type { PersonName, ReaderName } from './act-server.js';
import { documentFor, mark, type ActTrial } from './act-trial.js';
import type { ReadTarget } from './targets.js';

let requests = 0;
export const requestId = (): string => `request-${(requests += 1)}`;

/** Opens and, as asked, saves (a target of so many mm) and signs a read as somebody. */
export const workOn = async (
  trial: ActTrial,
  target: ReadTarget,
  who: PersonName,
  { mm, signs }: { readonly mm: number | null; readonly signs: boolean }
): Promise<readonly Answer[]> => {
  const session = trial.on.sessions[who];
  const url = `/api/reads/${target.publicId}`;
  const answers = [await session.call('GET', url)];
  let etag = String((await session.call('GET', `${url}/draft`)).headers.etag);
  if (mm !== null) {
    const comment = mark(target.subject, target.slot, who);
    const document = await documentFor(trial, target.id, mm, comment);
    const saved = await session.call('PUT', `${url}/draft`, { document }, { 'if-match': etag });
    answers.push(saved);
    etag = String(saved.headers.etag);
  }
  if (!signs) return answers;
  const meaning =
    answers[0]?.statusCode === 200
      ? (answers[0].json<{ meanings: string[] }>().meanings[0] ?? '')
      : 'I made this assessment and it is complete';
  const pictures = { missing: 'noViewer' };
  const signature = { password, meaning, requestId: requestId(), etag, pictures };
  return [...answers, await session.call('POST', `${url}/sign`, signature)];
};

/** Opens, saves and, if asked, signs the choice of a side as somebody. */
export const decideOn = async (
  trial: ActTrial,
  target: { readonly publicId: string; readonly person: string },
  side: 'a' | 'b',
  signs: boolean
): Promise<readonly Answer[]> => {
  const session = trial.on.sessions[target.person as ReaderName];
  const url = `/api/adjudications/${target.publicId}`;
  const opened = await session.call('GET', url);
  const tag = String((await session.call('GET', `${url}/draft`)).headers.etag);
  const document: DecisionDocument = {
    ...emptyDecision(),
    choice: { kind: 'read', side },
    reason: { code: 'measurement', text: 'The margin is clear.' },
  };
  const saved = await session.call('PUT', `${url}/draft`, { document }, { 'if-match': tag });
  if (!signs) return [opened, saved];
  const meaning =
    opened.statusCode === 200 ? opened.json<{ meanings: string[] }>().meanings[0] : 'x';
  const etag = saved.statusCode === 200 ? String(saved.headers.etag) : tag;
  const signature = { password, meaning, requestId: requestId(), etag };
  return [opened, saved, await session.call('POST', `${url}/sign`, signature)];
};
