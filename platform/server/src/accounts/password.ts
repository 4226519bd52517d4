import { hash, verify } from '@node-rs/argon2';

/** OWASP's argon2id choice for 19 MiB; argon2id is the package's default algorithm. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same letters typed on another machine may come as other code points. */
const stable = (password: string): string => password.normalize('NFC');

export const hashPassword = (password: string): Promise<string> => hash(stable(password), cost);

/** A password kept before texts were normalised is found as it was typed. */
export const verifyPassword = async (passwordHash: string, password: string): Promise<boolean> =>
  (await verify(passwordHash, stable(password))) ||
  (stable(password) !== password && (await verify(passwordHash, password)));

let decoy: Promise<string> | undefined;

/** Takes as long as a real check, so that an unknown user name can't be told by the time of the answer. */
export const verifyAgainstNobody = async (password: string): Promise<void> => {
  decoy ??= hashPassword('nobody has this password');
  await verify(await decoy, password);
};
