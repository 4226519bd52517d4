import { createServer } from 'node:net';
import { OrthancError, systemCodeOf } from './orthancError.js';

/**
 * A port of the loopback address that is free now: the given one, or any.
 * @throws OrthancError CL_ORTHANC_PORT_IN_USE naming the port when the given one is taken or may not be used.
 */
export function freeLoopbackPort(wanted?: number): Promise<number> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.once('error', error => {
      fail(
        new OrthancError(
          'CL_ORTHANC_PORT_IN_USE',
          `Port ${wanted ?? 0} of 127.0.0.1 cannot be used for Orthanc (${systemCodeOf(error) ?? error.message}): stop what uses it or choose another.`
        )
      );
    });
    server.listen({ host: '127.0.0.1', port: wanted ?? 0, exclusive: true }, () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => done(port));
    });
  });
}
