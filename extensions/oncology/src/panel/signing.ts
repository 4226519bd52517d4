import { toClientError, type ClientError, type Signature } from '@corelab/client';
import type { CasePorts } from '../case/loadCase.js';

export type SignOutcome = { ok: true; signature: Signature } | { ok: false; error: ClientError };

/** Signing requests of one read: one request id until the server has said no, so a repeat is harmless. */
export class Signing {
  readonly #ports: CasePorts;
  readonly #readId: string;
  #requestId: string | null = null;

  constructor(ports: CasePorts, readId: string) {
    this.#ports = ports;
    this.#readId = readId;
  }

  async send(request: { password: string; meaning: string; etag: string }): Promise<SignOutcome> {
    this.#requestId ??= this.#ports.newRequestId();
    const requestId = this.#requestId;
    try {
      const { signature } = await this.#ports.api.sign(this.#readId, { ...request, requestId });
      return { ok: true, signature };
    } catch (reason) {
      const error = toClientError(reason);
      if (!error.isOffline && error.status < 500) {
        this.#requestId = null;
      }
      return { ok: false, error };
    }
  }
}
