import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { STAND_INS } from './standIns.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whoever asks for the part gets the stand-in, except the stand-in itself. */
function instead([part, standIn]) {
  return {
    name: 'instead',
    enforce: 'pre',
    async resolveId(source, importer, options) {
      const found = await this.resolve(source, importer, { ...options, skipSelf: true });
      const replaced = found?.id === join(root, part) && importer !== join(root, standIn);
      return replaced ? join(root, standIn) : null;
    },
  };
}

/** Builds the rig and the hub it kills, whole or without a part, into a folder of dist/faults. */
export async function buildRig(without = '', name = without || 'whole') {
  const outDir = join(root, 'dist', 'faults', name);
  await build({
    ...{ root, configFile: false, logLevel: 'error' },
    plugins: STAND_INS[without] ? [instead(STAND_INS[without])] : [],
    build: {
      ...{ ssr: true, outDir, emptyOutDir: true, target: 'node20' },
      rolldownOptions: { input: { rig: 'tests/faults/main.ts', hub: 'server/main.ts' } },
    },
  });
  return outDir;
}
