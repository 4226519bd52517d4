import {
  signedBy,
  toClientError,
  type ClientError,
  type Signature,
  type SignRequest,
} from '@corelab/client';

export type SignOutcome = { ok: true; signature: Signature } | { ok: false; error: ClientError };

export interface SigningPorts<More extends object> {
  newRequestId(): string;
  sign(request: SignRequest & More): Promise<{ signature: Signature }>;
}

/**
 * Signing requests of one case: one request id until the server has said no, so a repeat is harmless. `More` is what goes with
 * the signatures of its kind.
 */
export class Signing<More extends object = object> {
  readonly #ports: SigningPorts<More>;
  #requestId: string | null = null;

  constructor(ports: SigningPorts<More>) {
    this.#ports = ports;
  }

  async send(
    request: { password: string; meaning: string; etag: string } & More
  ): Promise<SignOutcome> {
    this.#requestId ??= this.#ports.newRequestId();
    const requestId = this.#requestId;
    try {
      const { signature } = await this.#ports.sign({ ...request, ...signedBy(), requestId });
      return { ok: true, signature };
    } catch (reason) {
      const error = toClientError(reason);
      // Of a session that ended nothing is known either: a try before that may have arrived.
      if (!error.isOffline && error.status < 500 && error.status !== 401) {
        this.#requestId = null;
      }
      return { ok: false, error };
    }
  }
}
