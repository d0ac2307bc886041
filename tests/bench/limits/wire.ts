/**
 * The bare limit of B3: a press over a bare WebSocket, one write, one flush, and the text sent on to
 * every other connection, the page among them, which sets it as `textContent`. No Socket.IO, no state,
 * no acknowledgement, nothing checked.
 */
import { fdatasync, openSync, writeSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { WebSocketServer } from 'ws';

const [folder = '.', bytes = '300'] = process.argv.slice(2);
const file = openSync(join(folder, 'wire.jsonl'), 'a');
const line = `${'x'.repeat(Number(bytes) - 1)}\n`;

const page = `<!doctype html><title>bare</title><p class="number"></p><script>
const socket = new WebSocket('ws://' + location.host);
const shown = document.querySelector('.number');
socket.onmessage = ({ data }) => { shown.textContent = data; };
</script>`;
const http = createServer((_, answer) => answer.setHeader('Content-Type', 'text/html').end(page));
const wire = new WebSocketServer({ server: http });
wire.on('connection', (socket) =>
  socket.on('message', (text) => {
    writeSync(file, line);
    fdatasync(file, () => {
      for (const other of wire.clients) if (other !== socket) other.send(String(text));
    });
  }),
);
http.listen(0, '127.0.0.1', () =>
  console.log(`ready http://127.0.0.1:${(http.address() as AddressInfo).port}`),
);
