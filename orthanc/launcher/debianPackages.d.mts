export interface Ended {
  readonly code: number;
  readonly output: string;
}

/** True where this process may install Debian packages: root on Debian or a child of it. */
export function mayInstallDebianPackages(): Promise<boolean>;

/** Those of the named packages that are not installed; all of them where there is no dpkg. */
export function missingDebianPackages(names: readonly string[]): Promise<string[]>;

/**
 * Installs Debian packages without letting them start services.
 * @param policyPath where the policy that forbids it lives; an existing one is left as it is.
 * @param execute runs a program to its end.
 * @throws Error with apt-get's last output.
 */
export function installDebianPackages(
  names: readonly string[],
  log: (message: string) => void,
  policyPath?: string,
  execute?: (program: string, args: string[]) => Promise<Ended>
): Promise<void>;
