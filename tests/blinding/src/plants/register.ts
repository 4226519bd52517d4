import { register } from 'node:module';

// `node --import .../plants/register.js platform/server/bin/server.mjs`: the server with plants in it.
register('./hooks.js', import.meta.url);
