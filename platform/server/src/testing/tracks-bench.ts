import { readingOf } from './reading-bench.js';
import { charterText, type LoggedIn, type TestServer } from './test-server.js';

/** The trial with a second track in which progression is confirmed; `more` is said of that. */
export const twoTracksText = (more = ''): string =>
  `${charterText.trimEnd()}
  - id: confirmation
    kind: progressionConfirmation
    slots: [R1, SITE]
    readers: { R1: [other] }
    recipients: [site, sponsor]
    turnaroundDays: 1
${more}`;

/** Signs a person's next open reads, one after the other, with a target of so many mm. */
export const signReads = async (
  server: TestServer,
  person: LoggedIn,
  diameters: readonly number[]
): Promise<void> => {
  const reading = readingOf(server, person);
  for (const mm of diameters) {
    const id = await reading.openId();
    const signed = await reading.signWith(id, mm, { requestId: `request-${id}` });
    if (signed.statusCode !== 200) throw new Error(signed.body);
    await server.releases.idle();
  }
};
