// `node --import …/instead.mjs`, with TINGTANG_WITHOUT naming a part: whoever asks for it gets what
// stands in for it, except the stand-in itself. Nothing has to be built for that.
import { register } from 'node:module';
import { STAND_INS } from '../standIns.mjs';

const plain = new URL('../../../dist/plain/', import.meta.url);
const built = (source) => new URL(source.replace(/\.ts$/, '.js'), plain).href;
const [part, standIn] = STAND_INS[process.env.TINGTANG_WITHOUT].map(built);

const hook = `export async function resolve(name, context, next) {
  const found = await next(name, context);
  const isPart = found.url === ${JSON.stringify(part)};
  if (!isPart || context.parentURL === ${JSON.stringify(standIn)}) return found;
  return { ...found, url: ${JSON.stringify(standIn)} };
}`;
register(`data:text/javascript,${encodeURIComponent(hook)}`);
