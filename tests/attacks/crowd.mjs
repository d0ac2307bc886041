// Many sockets at once from one address, on a thread of their own: what they cost their own side is not
// to be counted against the hub. Posts how many were let in.
import { parentPort, workerData } from 'node:worker_threads';
import { io } from 'socket.io-client';

const { url, protocol, localAddress, count } = workerData;
const options = { transports: ['websocket'], auth: { protocol }, reconnection: false };

const knock = () =>
  new Promise((done) => {
    const socket = io(url, { ...options, localAddress, forceNew: true });
    socket.on('connect', () => done(true));
    socket.on('connect_error', () => {
      socket.disconnect();
      done(false);
    });
  });

const said = await Promise.all(Array.from({ length: count }, knock));
parentPort?.postMessage(said.filter(Boolean).length);
