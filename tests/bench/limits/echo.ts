/**
 * The bare limit of B1, B2 and B4: Socket.IO, one file, one flush, one answer, and nothing else. Each
 * command is answered once a line of as many bytes as the hub's own has been written and flushed;
 * commands that arrive meanwhile share the next flush. Nothing is parsed, decided, hashed or kept.
 * The flush is the asynchronous one: a server that stood still for it would serve nobody meanwhile.
 * At a `say` a string of as many bytes as a view is sent to every connection, without a flush.
 */
import { fdatasync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Server } from 'socket.io';

const [folder = '.', bytes = '300', view = '0'] = process.argv.slice(2);
const file = openSync(join(folder, 'echo.jsonl'), 'a');
const line = `${'x'.repeat(Number(bytes) - 1)}\n`;
const text = 'x'.repeat(Number(view));
const flush = promisify(fdatasync);

type Answer = (answer: object) => void;
let waiting: Answer[] = [];
let running = false;
let seq = 0;

async function run(): Promise<void> {
  running = true;
  await Promise.resolve();
  while (waiting.length > 0) {
    const batch = waiting;
    waiting = [];
    writeSync(file, line.repeat(batch.length));
    await flush(file);
    for (const answer of batch)
      answer({ ok: true, seq: ++seq, ticket: `2026-11-24.${seq}`, number: `A${seq}` });
  }
  running = false;
}

const http = createServer();
const io = new Server(http, { serveClient: false });
io.on('connection', (socket) => {
  socket.on('command', (_, answer: Answer) => {
    waiting.push(answer);
    if (!running) void run();
  });
  socket.on('say', () => io.emit('view', text));
});
http.listen(0, '127.0.0.1', () =>
  console.log(`ready http://127.0.0.1:${(http.address() as AddressInfo).port}`),
);
