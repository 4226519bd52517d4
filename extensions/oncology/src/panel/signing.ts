import { toClientError, type ClientError, type Signature, type SignRequest } from '@corelab/client';

export type SignOutcome = { ok: true; signature: Signature } | { ok: false; error: ClientError };

export interface SigningPorts {
  newRequestId(): string;
  sign(request: SignRequest): Promise<{ signature: Signature }>;
}

/** Signing requests of one case: one request id until the server has said no, so a repeat is harmless. */
export class Signing {
  readonly #ports: SigningPorts;
  #requestId: string | null = null;

  constructor(ports: SigningPorts) {
    this.#ports = ports;
  }

  async send(request: { password: string; meaning: string; etag: string }): Promise<SignOutcome> {
    this.#requestId ??= this.#ports.newRequestId();
    const requestId = this.#requestId;
    try {
      const { signature } = await this.#ports.sign({ ...request, requestId });
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
