import { createHmac, createPublicKey, randomBytes } from 'node:crypto';
import { chmod, readFile, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { keyIdOf } from '@corelab/record';
import type { Kysely } from 'kysely';
import { appendAudit, systemChain } from '../audit/chain.js';
import { headKeyOf, newHeadKeyPem, type HeadKey } from '../audit/head-key.js';
import type { Database } from '../database/schema.js';
import { KeyError } from './key-error.js';
import { keepText, writePrivate } from './secret-file.js';

const names = ['audit-key', 'audit-signing-key.pem', 'second-factor-key'] as const;
type KeyName = (typeof names)[number];

interface Kind {
  /** What is lost with it, in words. */
  readonly means: string;
  readonly make: () => string;
  /** Tells it from another one. @throws Error where the text is no such key */
  readonly fingerprint: (text: string) => string;
}

/** 256 random bits, told from others by a digest that says nothing of them. */
const secretOf = (name: string): Pick<Kind, 'make' | 'fingerprint'> => ({
  make: () => randomBytes(32).toString('base64url'),
  fingerprint: text => {
    if (text.length < 32) throw new Error('it is shorter than 32 characters');
    return createHmac('sha256', text).update(`corelab ${name}`).digest('hex').slice(0, 16);
  },
});

const kinds: Readonly<Record<KeyName, Kind>> = {
  'audit-key': {
    means:
      'the digests in the record and the identifiers of de-identified images were made with it: with another one no digest can be compared any more, and an image that is delivered again gets other identifiers than the first time',
    ...secretOf('audit-key'),
  },
  'audit-signing-key.pem': {
    means:
      'the heads of the record are signed with it: those of another one would not show who signed, and whoever verifies needs the public halves of both',
    make: newHeadKeyPem,
    fingerprint: text => headKeyOf(text).id,
  },
  'second-factor-key': {
    means:
      'the secrets of second factors and the recovery codes are kept by it: with another one nobody who has a second factor can log in, and each has to be reset',
    ...secretOf('second-factor-key'),
  },
};

export interface KeysOptions {
  readonly db: Kysely<Database>;
  readonly home: string;
  /** Names of the keys that may be others from now on, from `CORELAB_NEW_KEYS`. */
  readonly renewed?: string;
  readonly now: () => Date;
  readonly zone: string;
  readonly say: (line: string) => void;
}

export interface InstallationKeys {
  readonly auditKey: string;
  readonly headKey: HeadKey;
  /** Of what is kept of second factors. */
  readonly secondFactorKey: string;
}

const advice = (name: KeyName): string =>
  `Put the file back from the backup of CORELAB_HOME (mode 600, of the server's own user). Only where it is lost for good, start once with CORELAB_NEW_KEYS=${name}: another key is used from then on, and the record says so.`;

const why = (reason: unknown): string =>
  reason instanceof Error ? reason.message : String(reason);

/** The text of a key's file, null where there is none. A file that others may read is narrowed, and that is said. */
const textOf = async (
  path: string,
  name: KeyName,
  say: (line: string) => void
): Promise<string | null> => {
  try {
    const text = await readFile(path, 'utf8');
    const mode = (await stat(path)).mode & 0o777;
    if ((mode & 0o077) !== 0) {
      await chmod(path, 0o600);
      say(
        `${path} could be read by other users of this machine (mode ${mode.toString(8)}); it is for the server alone now (600). Where one of them is not to be trusted, ${kinds[name].means}.`
      );
    }
    return text.trim();
  } catch (reason) {
    if ((reason as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new KeyError(
      'CL_KEY_UNREADABLE',
      `The key ${path} can not be read (${why(reason)}). It is needed: ${kinds[name].means}. Make it a file that the server's own user reads (mode 600), then start again.`,
      reason
    );
  }
};

interface Known {
  /** What the installation worked with so far; null where it has not said. */
  readonly fingerprint: string | null;
  /** Something was made with it already: a key that is not there is lost, not new. */
  readonly isUsed: boolean;
}

/** One key as its file has it; made where the installation has none yet. */
const keyOf = async (
  options: KeysOptions,
  name: KeyName,
  { fingerprint, isUsed }: Known
): Promise<{ text: string; fingerprint: string }> => {
  const { means, make, fingerprint: tell } = kinds[name];
  const path = join(options.home, 'secrets', name);
  const isRenewed = (options.renewed ?? '').split(/[,\s]+/).includes(name);
  const found = await textOf(path, name, options.say);
  if (found === null && (isUsed || fingerprint !== null) && !isRenewed) {
    throw new KeyError(
      'CL_KEY_MISSING',
      `The key ${path} is missing, and this installation has worked with one: ${means}. ${advice(name)}`
    );
  }
  const text = found ?? (await keepText(path, make));
  const told = ((): string => {
    try {
      return tell(text);
    } catch (reason) {
      throw new KeyError(
        'CL_KEY_UNUSABLE',
        `The key ${path} holds no usable key (${why(reason)}): ${means}. ${advice(name)}`,
        reason
      );
    }
  })();
  if (fingerprint !== null && told !== fingerprint && !isRenewed) {
    throw new KeyError(
      'CL_KEY_CHANGED',
      `The key ${path} is another one (${told}) than this installation has worked with (${fingerprint}): ${means}. ${advice(name)}`
    );
  }
  return { text, fingerprint: told };
};

/** Says in database and record by which keys the installation works from now on. */
const noteKeys = async (
  { db, now, zone }: KeysOptions,
  keys: Readonly<Record<KeyName, { readonly fingerprint: string }>>
): Promise<void> => {
  await db.transaction().execute(async trx => {
    // Processes that start together say it once.
    const rows = await trx.selectFrom('installation_key').selectAll().forUpdate().execute();
    const before = new Map(rows.map(({ name, fingerprint }) => [name, fingerprint]));
    for (const name of names) {
      const { fingerprint } = keys[name];
      const from = before.get(name) ?? null;
      if (from === fingerprint) continue;
      const at = now();
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('installation_key')
        .values({ name, fingerprint, since: at })
        .onConflict(conflict =>
          conflict
            .column('name')
            .doUpdateSet({ fingerprint, since: at })
            .where('installation_key.fingerprint', '!=', fingerprint)
        )
        .executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows !== 1n) continue;
      await appendAudit(trx, systemChain, {
        ...{ act: from === null ? 'key.taken' : 'key.replaced', at: at.toISOString(), zone },
        ...{ by: null, details: { key: name, from, to: fingerprint } },
      });
    }
  });
};

/** Writes the public half of the signing key beside the anchors; that of an earlier key stays, under its id. */
const writePublicHalf = async (home: string, publicPem: string): Promise<void> => {
  const path = join(home, 'anchors', 'audit-key.pem');
  const before = await readFile(path, 'utf8').catch((reason: NodeJS.ErrnoException) => {
    if (reason.code === 'ENOENT') return null;
    throw reason;
  });
  if (before?.trim() === publicPem.trim()) return;
  if (before !== null) {
    const id = keyIdOf(createPublicKey(before));
    await rename(path, join(home, 'anchors', `audit-key-${id}.pem`));
  }
  await writePrivate(path, publicPem);
};

/**
 * The keys of the installation, made at its first start. Whatever has worked with a key never gets another one by itself.
 * @throws KeyError that says which is missing, unreadable or another one, what that means, and what to do
 */
export const installationKeys = async (options: KeysOptions): Promise<InstallationKeys> => {
  const { db, home } = options;
  // Before the files: of processes that start together, one makes them and goes on to the record.
  const entry = await db.selectFrom('audit_entry').select('sequence').limit(1).executeTakeFirst();
  const rows = await db.selectFrom('installation_key').selectAll().execute();
  const factor = await db
    .selectFrom('second_factor')
    .select('account_id')
    .limit(1)
    .executeTakeFirst();
  const keyNamed = (name: KeyName, isUsed: boolean) => {
    const fingerprint = rows.find(row => row.name === name)?.fingerprint ?? null;
    return keyOf(options, name, { fingerprint, isUsed });
  };
  const keys = {
    'audit-key': await keyNamed('audit-key', entry !== undefined),
    'audit-signing-key.pem': await keyNamed('audit-signing-key.pem', entry !== undefined),
    // Younger than the others: an installation may have a record and none of these yet.
    'second-factor-key': await keyNamed('second-factor-key', factor !== undefined),
  };
  await noteKeys(options, keys);
  const headKey = headKeyOf(keys['audit-signing-key.pem'].text);
  await writePublicHalf(home, headKey.publicPem);
  return {
    ...{ auditKey: keys['audit-key'].text, headKey },
    secondFactorKey: keys['second-factor-key'].text,
  };
};
