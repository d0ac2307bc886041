import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type Disk, nodeDisk } from '../ledger/disk.ts';
import { Document } from '../ledger/document.ts';
import { makeFolder } from '../ledger/durable.ts';
import { Plain } from '../plainly.ts';
import { parseHooks, readHooks, writeHooks } from './hooks.ts';
import { type Cursors, cursorIn, SENT } from './webhooks.ts';

const HOW = 'npm run webhooks -- add NAME --url https://…; remove NAME; list';

/**
 * `webhooks add NAME --url URL`, `remove NAME`, `list`: at the hub's own machine. The secret is made here,
 * printed this once, and never again. A running hub takes them up at its next start.
 */
export async function runWebhooks(args: string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      data: { type: 'string', default: process.env.TINGTANG_DATA ?? './data' },
      url: { type: 'string' },
    },
  });
  const folder = resolve(values.data);
  await makeFolder(nodeDisk, folder);
  const [word, id] = positionals;
  if (word === 'list') return list(nodeDisk, folder);
  if ((word !== 'add' && word !== 'remove') || !id || positionals.length > 2) throw new Plain(HOW);
  const others = (await readHooks(nodeDisk, folder)).filter((h) => h.id !== id);
  if (word === 'remove') {
    await writeHooks(nodeDisk, folder, others);
    return console.log(`${id} is removed; the hub stops telling it when it starts again.`);
  }
  const secret = randomBytes(32).toString('hex');
  const hooks = [...others, { id, url: values.url ?? '', secret }];
  await writeHooks(nodeDisk, folder, parseHooks(JSON.stringify({ hooks })));
  console.log(`${id} is set; the hub takes it up when it starts. Its secret, shown this once:`);
  console.log(secret);
}

async function list(disk: Disk, folder: string): Promise<void> {
  const hooks = await readHooks(disk, folder);
  if (hooks.length === 0) console.log('no webhooks: no other program is told anything');
  const cursors = await new Document<Cursors>(disk, join(folder, SENT)).read();
  for (const { id, url } of hooks) {
    const cursor = cursorIn(cursors, id);
    const place = cursor ? `told up to entry ${cursor.seq}` : 'not told yet';
    console.log(
      [id, url, place, cursor?.why ? `last: ${cursor.why}` : ''].filter(Boolean).join('  '),
    );
  }
}
