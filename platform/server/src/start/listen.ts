import type { FastifyInstance } from 'fastify';

/**
 * Listens on the port, or on a free one when it is taken. Returns the address; `moved` tells that it is
 * another one than asked for.
 */
export const listen = async (
  app: FastifyInstance,
  host: string,
  port: number
): Promise<{ url: string; moved: boolean }> => {
  let moved = false;
  try {
    await app.listen({ host, port });
  } catch (reason) {
    const code = (reason as NodeJS.ErrnoException).code;
    if (port === 0 || (code !== 'EADDRINUSE' && code !== 'EACCES')) throw reason;
    moved = true;
    await app.listen({ host, port: 0 });
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') {
    throw new Error('the server listens on no port');
  }
  const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
  return { url: `http://${name}:${address.port}`, moved };
};
