import { plainly } from './plainly.ts';

type Room = (args: string[]) => Promise<void>;

/** The command line: one word a room, loaded when it is entered. */
const rooms: Record<string, () => Promise<Room>> = {
  hub: async () => (await import('./run.ts')).runHub,
  demo: async () => (await import('./demo.ts')).runDemo,
  replay: async () => (await import('./rehearsal/command.ts')).runReplay,
  import: async () => (await import('./upkeep/import/command.ts')).runImport,
  export: async () => (await import('./upkeep/export.ts')).runExport,
  rights: async () => (await import('./devices/printed.ts')).runRights,
  openapi: async () => (await import('./openapi/command.ts')).runOpenApi,
  pin: async () => (await import('./devices/pin.ts')).runPin,
  cards: async () => (await import('./devices/cards.ts')).runCards,
  robots: async () => (await import('./notices/command.ts')).runRobots,
  webhooks: async () => (await import('./webhooks/command.ts')).runWebhooks,
  backup: async () => (await import('./upkeep/backup/backup.ts')).runBackup,
  restore: async () => (await import('./upkeep/backup/restore.ts')).runRestore,
  center: async () => (await import('./center/run.ts')).runCenter,
  doctor: async () => (await import('./upkeep/doctor/doctor.ts')).runDoctor,
  verify: async () => (await import('./upkeep/verify.ts')).runVerify,
};

const [word = 'hub', ...args] = process.argv.slice(2);
const enter = rooms[word];
if (enter) {
  await plainly(async () => (await enter())(args));
} else {
  console.error(`There is no "${word}" here. Choose one of: ${Object.keys(rooms).join(', ')}.`);
  process.exitCode = 1;
}
