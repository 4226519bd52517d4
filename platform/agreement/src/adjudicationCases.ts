import { type Static, Type } from '@sinclair/typebox';
import { AgreementError } from './agreementError.js';

const Text = Type.String({ minLength: 1 });
const Outcome = Type.Union([
  Type.Literal('accepted'),
  Type.Literal('neither'),
  Type.Literal('pending'),
]);

export const CaseSchema = Type.Object(
  {
    subject: Type.Optional(Text),
    readers: Type.Array(Text, { description: 'who read it: one or two' }),
    adjudication: Type.Optional(
      Type.Union([
        Type.Object(
          {
            outcome: Outcome,
            accepted: Type.Optional(
              Type.String({ description: 'the reader whose read was taken' })
            ),
            triggers: Type.Optional(Type.Array(Text, { description: 'bor, pdDate, ...' })),
          },
          { additionalProperties: false }
        ),
        Type.Null(),
      ])
    ),
    period: Type.Optional(Text),
  },
  { additionalProperties: false }
);
export type Case = Static<typeof CaseSchema>;

function refuse(path: string, message: string): never {
  throw new AgreementError('CL_AGREEMENT_CASE', path, message);
}

function requireCase({ readers, adjudication }: Case, path: string): void {
  if (readers.length !== 1 && readers.length !== 2)
    refuse(`${path}/readers`, `expected one reader or two, found ${readers.length}`);
  if (readers[0] === readers[1]) refuse(`${path}/readers`, 'expected two different readers');
  if (!adjudication) return;
  const { outcome, accepted } = adjudication;
  if (readers.length === 1)
    refuse(`${path}/adjudication`, 'a case with one read has nothing to adjudicate');
  if (outcome !== 'accepted') {
    if (accepted !== undefined)
      refuse(`${path}/adjudication/accepted`, `expected nothing with outcome ${outcome}`);
    return;
  }
  if (!readers.some(reader => reader === accepted))
    refuse(
      `${path}/adjudication/accepted`,
      `expected one of ${readers.map(reader => JSON.stringify(reader)).join(', ')}, found ${accepted === undefined ? 'nothing' : JSON.stringify(accepted)}`
    );
}

/**
 * Throws CL_AGREEMENT_CASE at the first case that is not one or two different readers, is adjudicated after one read, or
 * whose accepted reader did not read it; and where some cases have a period and others none.
 */
export function requireCases(cases: readonly Case[]): void {
  cases.forEach((one, index) => requireCase(one, `/cases/${index}`));
  const index = cases.findIndex(({ period }) => period === undefined);
  if (index === -1 || cases.every(({ period }) => period === undefined)) return;
  refuse(`/cases/${index}`, 'expected a period, as other cases have one');
}
