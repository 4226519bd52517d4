import { Type, type FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { languages, preferencesOf, savePreferences, themes } from '../accounts/preferences.js';
import { sessionOf } from './access.js';
import { refusals } from './answer-schemas.js';
import type { ServerDeps } from './server-deps.js';

const Chosen = Type.Object(
  {
    language: Type.Union(languages.map(language => Type.Literal(language))),
    theme: Type.Union(themes.map(theme => Type.Literal(theme))),
  },
  { additionalProperties: false }
);

/** What an account chose for its own screen. No audit entries: it changes nothing about a trial or a read. */
export const preferenceRoutes =
  (deps: ServerDeps): FastifyPluginAsyncTypebox =>
  async app => {
    app.addHook('onSend', async (_request, reply) => {
      reply.header('cache-control', 'no-store');
    });

    app.get(
      '/api/preferences',
      {
        config: { access: 'session', anyHat: true },
        schema: {
          summary: 'My language and theme; null when I never chose',
          response: {
            200: Type.Object({ preferences: Type.Union([Chosen, Type.Null()]) }),
            ...refusals,
          },
        },
      },
      async request => ({
        preferences: await preferencesOf(deps.db, sessionOf(request).account.id),
      })
    );

    app.put(
      '/api/preferences',
      {
        config: { access: 'session', anyHat: true },
        schema: {
          summary: 'Choose language and theme',
          body: Chosen,
          response: { 204: Type.Null(), ...refusals },
        },
      },
      async (request, reply) => {
        await savePreferences(deps, sessionOf(request).account.id, request.body);
        return reply.code(204).send(null);
      }
    );
  };
