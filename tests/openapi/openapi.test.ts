import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import type express from 'express';
import { expect, test } from 'vitest';
import { answers } from '../../server/openapi/answers.ts';
import { printedOpenApi } from '../../server/openapi/command.ts';
import { openApi } from '../../server/openapi/document.ts';
import { described } from '../../server/openapi/routes.ts';
import { onlyThisMachine } from '../../server/web/access.ts';
import { createRoutes, type RoutesParts } from '../../server/web/routes.ts';
import { commandSchema } from '../../shared/lobby.ts';
import { repository } from '../deploy/repository.ts';
import { idAt, NINE, startHub } from '../kit/hub.ts';

interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** Every route that the hub's own code registers, as Express keeps them. */
function routesOfTheHub(): string[] {
  const nobody = new Proxy({}, { get: () => () => nobody }) as never;
  const parts = { house: nobody, health: nobody, log() {}, pages: null, clips: null };
  const access = { ...onlyThisMachine, authority: 'a certificate' };
  const app: express.Express = createRoutes({ ...parts, access } as unknown as RoutesParts);
  const { stack } = app.router as unknown as { stack: readonly Layer[] };
  return stack.flatMap(({ route }) =>
    route
      ? Object.keys(route.methods).map((m) => `${m} ${route.path.replace(/:(\w+)/g, '{$1}')}`)
      : [],
  );
}

test('the document names every route that there is, and no other', () => {
  const told = described.map(({ method, path }) => `${method} ${path}`);
  expect(told.sort()).toEqual(routesOfTheHub().sort());
  expect(new Set(described.map(({ id }) => id)).size).toBe(described.length);
});

test('docs/openapi.json is what npm run openapi prints', () => {
  expect(readFileSync(repository('docs/openapi.json'), 'utf8')).toBe(printedOpenApi());
});

test('it is a valid OpenAPI 3.1 document, and each of its references leads somewhere', async () => {
  const document = openApi();
  const validator = new Validator();
  const found = await validator.validate(JSON.parse(JSON.stringify(document)));
  expect(found).toEqual({ valid: true });
  expect(validator.version).toBe('3.1');
  const text = JSON.stringify(document);
  const { schemas } = document.components as { schemas: Record<string, unknown> };
  const names = [...text.matchAll(/#\/components\/schemas\/([^"]+)"/g)].map(
    ([, name = '']) => name,
  );
  expect(names.length).toBeGreaterThan(80);
  expect(names.filter((name) => !(name in schemas))).toEqual([]);
});

test('commands that no program may send are not in it; all others are, with who may', () => {
  const { schemas } = openApi().components as { schemas: Record<string, { 'x-rights'?: unknown }> };
  const types = commandSchema.options.map((o) =>
    String((o.shape as { type: { value: string } }).type.value),
  );
  const missing = types.filter((type) => !(`Command.${type}` in schemas));
  expect(missing).toEqual(expect.arrayContaining(['tick', 'ticket.leave', 'rating.byPhone']));
  expect(schemas['Command.ticket.issue']?.['x-rights']).toMatchObject({ loopback: true });
});

test('what a hub answers over HTTP is what the document says it answers', async () => {
  const { url } = await startHub();
  const post = async (path: string, body: object) =>
    (
      await fetch(url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    ).json();
  const get = async (path: string) => (await fetch(url + path)).json();
  const issue = { type: 'ticket.issue', service: 'cash', class: 'ordinary', by: 'kiosk' };
  const said = {
    Answer: await post('/api/commands', { ...issue, id: idAt(NINE) }),
    Refusal: await post('/api/commands', { ...issue, service: 'none', id: idAt(NINE) }),
    Published: await get('/api/views/lobby'),
    Asked: await get('/api/questions/settings.now'),
    PairingStarted: await post('/api/pair', {}),
    Alive: await get('/livez'),
    Readiness: await get('/readyz'),
  };
  for (const [name, answer] of Object.entries(said)) {
    const read = answers[name as keyof typeof said].safeParse(answer);
    expect(read.error?.issues ?? [], name).toEqual([]);
  }
});

test('a guest reads it from the hub; a stranger does not', async () => {
  const { url } = await startHub();
  expect(await (await fetch(`${url}/api/openapi.json`)).json()).toEqual(openApi());
  const closed = await startHub({ access: { pairs: true } });
  expect((await fetch(`${closed.url}/api/openapi.json`)).status).toBe(401);
});
