import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Plain } from '../plainly.ts';

/**
 * @param option what chooses the port, for the sentence that says so
 * @throws Plain when the port is taken, or the address is not this machine's
 */
export async function listening(
  http: Server,
  port: number,
  host: string,
  option: string,
): Promise<AddressInfo> {
  await new Promise<void>((done, fail) => {
    http.once('error', (error: NodeJS.ErrnoException) => fail(inWords(error, port, host, option)));
    http.listen(port, host, done);
  });
  return http.address() as AddressInfo;
}

function inWords(error: NodeJS.ErrnoException, port: number, host: string, option: string): Error {
  if (error.code === 'EADDRINUSE')
    return new Plain(
      `Port ${port} is in use: stop that program, or choose another with ${option}.`,
    );
  if (error.code === 'EADDRNOTAVAIL')
    return new Plain(`${host} is no address of this machine: give one of its own.`);
  return error;
}
