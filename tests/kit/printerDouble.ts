import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';
import { Decoder, type Printed } from './escpos.ts';

/** How it is, and how it behaves; all can be changed while it runs. */
export interface Behaviour {
  paper: 'full' | 'low' | 'out';
  cover: 'shut' | 'open';
  fault: boolean;
  /** Answers when it is asked how it is. */
  tells: boolean;
  /** Accepts connections and then neither reads nor answers. */
  hangs: boolean;
  /** After so many bytes of tickets the paper is out, or the power is. */
  ends: { after: number; by: 'paper' | 'power' } | null;
}

export interface PrinterDouble {
  readonly port: number;
  /** The tickets that came out whole. */
  readonly tickets: readonly (readonly Printed[])[];
  /** Connections so far that sent anything but questions. */
  readonly jobs: () => number;
  be(change: Partial<Behaviour>): void;
  /** Nobody listens any more; and again, at the same port. */
  off(): Promise<void>;
  on(): Promise<void>;
}

const fine: Behaviour = {
  ...{ paper: 'full', cover: 'shut', fault: false, tells: true, hangs: false, ends: null },
};

/** An ESC/POS printer on the network, with a will of its own. */
export async function printerDouble(first: Partial<Behaviour> = {}): Promise<PrinterDouble> {
  const behaviour: Behaviour = { ...fine, ...first };
  const open = new Set<Socket>();
  const tickets: Printed[][] = [];
  let [port, jobs, printed] = [0, 0, 0];
  const server = createServer({ pauseOnConnect: true }, (socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => {});
    if (!behaviour.hangs) attend(socket);
  });

  function attend(socket: Socket): void {
    const decoder = new Decoder(() => behaviour.tells && socket.write(Buffer.from([0])));
    let left = Buffer.alloc(0);
    let isJob = false;
    socket.on('data', (bytes) => {
      if (behaviour.hangs) return void socket.pause();
      const data = withoutQuestions(bytes, (n) => answer(socket, n));
      if (data.length === 0) return;
      if (!isJob) jobs++;
      isJob = true;
      printed += data.length;
      if (behaviour.ends && printed >= behaviour.ends.after) return end(socket);
      if (!works(behaviour)) return;
      left = Buffer.concat([left, data]);
      left = left.subarray(decoder.take(left));
      tickets.push(...decoder.tickets.splice(0));
    });
    socket.resume();
  }

  function end(socket: Socket): void {
    if (behaviour.ends?.by === 'power') socket.destroy();
    else behaviour.paper = 'out';
    behaviour.ends = null;
    printed = 0;
  }

  function answer(socket: Socket, n: number): void {
    if (behaviour.tells) socket.write(Buffer.from([statusByte(behaviour, n)]));
  }

  const on = async () => {
    port = await listen(server, port);
  };
  const off = () => close(server, open);
  await on();
  onTestFinished(async () => {
    if (server.listening) await off();
  });
  return {
    ...{ port, tickets, jobs: () => jobs, on, off },
    be: (change) => void Object.assign(behaviour, change),
  };
}

const listen = (server: Server, port: number) =>
  new Promise<number>((done) =>
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port)),
  );

async function close(server: Server, open: Iterable<Socket>): Promise<void> {
  const closed = new Promise<void>((done) => server.close(() => done()));
  for (const socket of open) socket.destroy();
  await closed;
}

const works = ({ paper, cover, fault }: Behaviour) => paper !== 'out' && cover === 'shut' && !fault;

/** DLE EOT is answered as it comes in, whatever the printer is at. */
function withoutQuestions(bytes: Buffer, asked: (n: number) => void): Buffer {
  const kept: number[] = [];
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 0x10 || bytes[i + 1] !== 0x04) kept.push(bytes[i] ?? 0);
    else {
      asked(bytes[i + 2] ?? 0);
      i += 2;
    }
  }
  return Buffer.from(kept);
}

function statusByte(behaviour: Behaviour, n: number): number {
  const { paper, cover, fault } = behaviour;
  const bits = {
    1: works(behaviour) ? 0 : 0x08,
    2: (cover === 'open' ? 0x04 : 0) | (paper === 'out' ? 0x20 : 0) | (fault ? 0x40 : 0),
    3: fault ? 0x08 : 0,
    4: paper === 'full' ? 0 : paper === 'low' ? 0x0c : 0x6c,
  };
  return 0x12 | (bits[n as keyof typeof bits] ?? 0);
}
