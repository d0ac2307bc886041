// Exit 0 while the hub of this container answers, by HTTPS or HTTP, whatever its certificate.
import { request as http } from 'node:http';
import { request as https } from 'node:https';

const port = process.env.TINGTANG_PORT ?? '8080';
const options = { timeout: 3000, rejectUnauthorized: false };

const answers = (ask, scheme) =>
  new Promise((done) => {
    const asked = ask(`${scheme}://127.0.0.1:${port}/livez`, options, (answer) => {
      answer.resume();
      done(answer.statusCode === 200);
    });
    asked.on('timeout', () => asked.destroy());
    asked.on('error', () => done(false));
    asked.end();
  });

process.exitCode = (await answers(https, 'https')) || (await answers(http, 'http')) ? 0 : 1;
