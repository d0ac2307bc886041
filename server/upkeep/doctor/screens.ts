import { hash } from 'node:crypto';
import { join } from 'node:path';
import sums from '../../../shared/screen/voice/clips/SHA256SUMS?raw';
import { isClip } from '../../../shared/screen/voice/names.ts';
import { bad, type Look, notLooked, ok, type Patient, warning } from './check.ts';
import type { Machine } from './machine.ts';

const WINDOWS_FONTS = ['msyh.ttc', 'msyh.ttf', 'simsun.ttc', 'simhei.ttf'];
const MAC_FONTS = ['PingFang.ttc', 'STHeiti Medium.ttc', 'Hiragino Sans GB.ttc'];

/** null: nobody to ask. */
async function systemFonts(machine: Machine): Promise<number | null> {
  const { platform, disk } = machine;
  const listed = platform === 'linux' ? await machine.run('fc-list', [':lang=zh', 'family']) : null;
  if (listed !== null) return listed.split('\n').filter((line) => line.trim()).length;
  if (platform === 'linux') return null;
  const [folder, known] =
    platform === 'win32'
      ? (['C:/Windows/Fonts', WINDOWS_FONTS] as const)
      : (['/System/Library/Fonts', MAC_FONTS] as const);
  const names = (await disk.list(folder).catch(() => null)) ?? [];
  return names.filter((name) => known.some((k) => k.toLowerCase() === name.toLowerCase())).length;
}

/** The pages bring their own letters; the system's are for whatever else is shown or printed here. */
export const fonts: Look = async (patient) => {
  const own = (await assets(patient)).filter((name) => /noto-sans-sc.*\.woff2$/.test(name)).length;
  const system = await systemFonts(patient.machine);
  if (own === 0 && !patient.pages) return notLooked((w) => w.notBuilt);
  if (own === 0) return bad((w) => w.fontsNone);
  if (system === null) return ok((w) => w.fontsOwn(own));
  return system === 0
    ? warning((w) => w.fontsSystemNone(own))
    : ok((w) => w.fontsFine(own, system));
};

async function assets({ machine, pages }: Patient): Promise<readonly string[]> {
  return (pages && (await machine.disk.list(join(pages, 'assets')).catch(() => null))) || [];
}

const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'microsoft-edge', 'firefox'];
const INSTALLED = [
  'C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe',
  'C:/Program Files/Google/Chrome/Application/chrome.exe',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export const browser: Look = async ({ machine }) => {
  for (const name of BROWSERS) {
    const version = machine.platform === 'linux' ? await machine.run(name, ['--version']) : null;
    const first = version?.trim().split('\n')[0];
    if (first) return ok((w) => w.browserFine(first));
  }
  for (const path of INSTALLED)
    if (await machine.about(path)) return ok((w) => w.browserFine(path));
  return warning((w) => w.browserNone);
};

/** Our clips in the built pages, each held against the sum that it was made with. */
export const voice: Look = async (patient) => {
  const { machine, pages, data } = patient;
  const manifest =
    pages && (await machine.disk.read(join(pages, '.vite/manifest.json')).catch(() => null));
  if (!pages || !manifest) return notLooked((w) => w.notBuilt);
  const built = JSON.parse(manifest.toString()) as Record<string, { file: string }>;
  const wrong: string[] = [];
  const all = sums
    .trim()
    .split('\n')
    .map((line) => line.split(/\s+/) as [string, string]);
  for (const [sum, name] of all) {
    const file = built[`shared/screen/voice/clips/${name}`]?.file;
    const bytes = file && (await machine.disk.read(join(pages, file)).catch(() => null));
    if (!bytes || hash('sha256', bytes) !== sum) wrong.push(name);
  }
  if (wrong.length > 0) return bad((w) => w.clipsWrong(wrong.length, wrong.slice(0, 5).join(', ')));
  const own = ((await machine.disk.list(join(data, 'clips')).catch(() => null)) ?? []).filter(
    (name) => isClip(name.replace(/\.\w+$/, '')),
  );
  return ok((w) => w.clipsFine(all.length, own.length));
};

/** A voice of the machine's own that a browser can let read; the clips do without. */
export const voices: Look = async ({ machine }) => {
  if (machine.platform !== 'linux') return notLooked((w) => w.voicesUnknown);
  const listed = await machine.run('espeak-ng', ['--voices=cmn']);
  const dispatcher = await machine.run('spd-say', ['--version']);
  return listed?.includes('cmn') && dispatcher ? ok((w) => w.voicesFine) : ok((w) => w.voicesNone);
};
