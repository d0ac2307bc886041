import { PROTOCOL } from '../../shared/wire.ts';
import { answers } from './answers.ts';
import { type Described, described } from './routes.ts';
import { type Json, refTo, schemas } from './schemas.ts';

/** OpenAPI 3.1 of the hub's HTTP side, made from the schemas it parses with and the list of its routes. */
export function openApi(): Json {
  return {
    openapi: '3.1.1',
    info: {
      title: 'Tingtang hub',
      version: String(PROTOCOL),
      description:
        "A branch's hub, for other programs. What the words mean: docs/protocol.md; who may ask what: x-rights, and docs/rights.md. All times are hub time, milliseconds since the epoch.",
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: 'http://127.0.0.1:8080', description: 'As started by npm start' }],
    paths: paths(),
    components: {
      schemas: schemas(),
      securitySchemes: {
        token: {
          ...{ type: 'http', scheme: 'bearer' },
          description:
            'TOKEN of a paired device, or TOKEN.SESSION once somebody is signed in there. A hub without pairing asks its own machine for none.',
        },
      },
    },
  };
}

function paths(): Json {
  const found: Record<string, Record<string, Json>> = {};
  for (const route of described) {
    const at = found[route.path] ?? {};
    at[route.method] = operation(route);
    found[route.path] = at;
  }
  return found;
}

function operation(route: Described): Json {
  const { id, says, door, gives } = route;
  const parameters = parametersOf(route);
  const body = route.method === 'post' ? bodyOf(route) : null;
  return {
    ...{ operationId: id, summary: says },
    ...(parameters.length > 0 && { parameters }),
    ...(body && { requestBody: { required: true, content: body } }),
    responses: {
      200: { description: 'Done, or as asked.', content: contentOf(gives) },
      ...(door !== 'everybody' && isRefusable(route) && refusals),
    },
    security: door === 'everybody' ? [] : [{ token: [] }, {}],
  };
}

const isRefusable = ({ path }: Described) =>
  path.startsWith('/api/') || path === '/readyz' || path === '/metrics';

const contentOf = (gives: Described['gives']): Json =>
  gives in answers ? { 'application/json': { schema: { $ref: refTo(gives) } } } : { [gives]: {} };

const refusals: Json = {
  default: {
    description:
      'Refused: 400 malformed, 401 not paired, 403 not allowed, 404 unknown, 409 against the rules, 429 too fast, 503 nothing is accepted.',
    content: contentOf('Refusal'),
  },
};

function bodyOf({ takes }: Described): Json | null {
  if (!takes) return null;
  return takes === 'photo'
    ? { 'image/jpeg': {}, 'image/png': {}, 'image/webp': {} }
    : { 'application/json': { schema: { $ref: refTo(takes) } } };
}

/** Names in the path, and, of a question in an address, its other fields. */
function parametersOf({ method, path, takes }: Described): Json[] {
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  if (method !== 'get' || !takes) return named;
  const fields = { type: 'object', additionalProperties: { type: 'string' } };
  return [
    ...named,
    {
      ...{ name: 'fields', in: 'query', style: 'form', explode: true, schema: fields },
      description: `The other fields of ${takes}, each as a text.`,
    },
  ];
}
