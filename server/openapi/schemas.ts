import { z } from 'zod';
import { pairingQuestion, pairingSchema, requests } from '../../shared/devices/requests.ts';
import { counterId } from '../../shared/ids.ts';
import { commandSchema } from '../../shared/lobby.ts';
import { files } from '../../shared/questions/files.ts';
import { questions } from '../../shared/questions/questions.ts';
import { settingsSchema } from '../../shared/settings.ts';
import { viewNames } from '../../shared/views/views.ts';
import { type Right, rights } from '../devices/rights.ts';
import { answers } from './answers.ts';

export type Json = { readonly [key: string]: unknown };

/** As it is sent: what a schema makes of it afterwards is the hub's own affair. */
const jsonOf = (schema: z.ZodType): Json => {
  const {
    $schema: _,
    '~standard': __,
    ...json
  } = z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any', target: 'draft-2020-12' },
  }) as Json;
  return json;
};

/** Only what may be asked at this door: not what is the hub's own, nor what customers' phones say at theirs. */
const isForPrograms = ({ devices, loopback }: Right) =>
  loopback || devices.some((device) => device !== 'phone');

/** A union by `type`, each kind a component of its own, with who may ask it. */
function kinds(
  union: string,
  schemas: readonly z.ZodType[],
  table: Readonly<Record<string, Right>>,
) {
  const components: Record<string, Json> = {};
  const mapping: Record<string, string> = {};
  for (const schema of schemas) {
    const json = jsonOf(schema);
    const type = String(((json.properties as Json).type as Json).const);
    const right = table[type];
    if (!right || !isForPrograms(right)) continue;
    const { devices, posts, loopback } = right;
    components[`${union}.${type}`] = { ...json, 'x-rights': { devices, posts, loopback } };
    mapping[type] = refTo(`${union}.${type}`);
  }
  const oneOf = Object.values(mapping).map(($ref) => ({ $ref }));
  return { ...components, [union]: { oneOf, discriminator: { propertyName: 'type', mapping } } };
}

export const refTo = (name: string) => `#/components/schemas/${name}`;

export const viewKey = z.strictObject({
  name: z.enum(viewNames as [string, ...string[]]),
  counter: counterId.optional(),
});

/** A branch's settings are a third of all commands' bytes: told once, and named where they stand. */
function shared(components: Record<string, Json>): Record<string, Json> {
  const settings = jsonOf(settingsSchema);
  const [whole, name] = [JSON.stringify(settings), JSON.stringify({ $ref: refTo('Settings') })];
  const told = JSON.parse(JSON.stringify(components).replaceAll(whole, name));
  return { ...told, Settings: settings };
}

/** `components.schemas`: what the hub itself parses with, and what it answers. */
export function schemas(): Record<string, Json> {
  const named = Object.entries(answers).map(([name, schema]) => [name, jsonOf(schema)]);
  return shared({
    ...kinds('Command', commandSchema.options, rights.commands),
    ...kinds('Request', requests, rights.requests),
    ...kinds('Question', questions, rights.questions),
    ...kinds('FileQuestion', files, rights.files),
    ...{ Pairing: jsonOf(pairingSchema), PairingQuestion: jsonOf(pairingQuestion) },
    ...{ ViewKey: jsonOf(viewKey) },
    ...Object.fromEntries(named),
  });
}
