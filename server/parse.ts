import { z } from 'zod';
import { type Request, requestSchema } from '../shared/devices/requests.ts';
import { counterId } from '../shared/ids.ts';
import { type Command, commandSchema } from '../shared/lobby.ts';
import { type FileQuestion, fileSchema } from '../shared/questions/files.ts';
import { type Question, questionSchema } from '../shared/questions/questions.ts';
import type { Refusal, Result } from '../shared/result.ts';
import { accept, refuse } from '../shared/result.ts';
import { ofCounter, type ViewKey, type ViewName, viewNames } from '../shared/views/views.ts';
import type { HubRefusal } from '../shared/wire.ts';

type Parsed<T> = Result<T, Refusal<HubRefusal>>;

/** Every field of every command, once, where it comes in. */
export function parseCommand(input: unknown): Parsed<Command> {
  const parsed = commandSchema.safeParse(input);
  if (parsed.success) return accept(parsed.data as unknown as Command);
  return refuse('command.malformed', whatIsWrong(parsed.error));
}

export function parseRequest(input: unknown): Parsed<Request> {
  const parsed = requestSchema.safeParse(input);
  if (parsed.success) return accept(parsed.data);
  return refuse('command.malformed', whatIsWrong(parsed.error));
}

export function parseQuestion(input: unknown): Parsed<Question> {
  const parsed = questionSchema.safeParse(input);
  if (parsed.success) return accept(parsed.data);
  return refuse('command.malformed', whatIsWrong(parsed.error));
}

export function parseFile(input: unknown): Parsed<FileQuestion> {
  const parsed = fileSchema.safeParse(input);
  if (parsed.success) return accept(parsed.data);
  return refuse('command.malformed', whatIsWrong(parsed.error));
}

/** Which field, and what about it; never what was in it, which may be anything. */
function whatIsWrong(error: z.ZodError): { at: string; problem: string } {
  const [issue] = error.issues;
  const at = issue?.path.join('.') || 'command';
  if (issue?.code === 'unrecognized_keys') return { at, problem: 'unknownField' };
  if (issue?.code === 'invalid_union') return { at, problem: 'unknownType' };
  return { at, problem: 'wrongValue' };
}

const viewKey = z.strictObject({
  name: z.enum(viewNames as [ViewName, ...ViewName[]]),
  counter: counterId.optional(),
});

export function parseViewKey(input: unknown): Parsed<ViewKey> {
  const parsed = viewKey.safeParse(input);
  if (!parsed.success) return refuse('view.unknown');
  const { name, counter } = parsed.data;
  if (ofCounter(name) !== (counter !== undefined)) return refuse('view.unknown');
  return accept(counter ? { name, counter } : { name });
}
