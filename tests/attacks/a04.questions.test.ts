import { expect, test } from 'vitest';
import { gate, type Sender } from '../../server/devices/gate.ts';
import { type Right, rights } from '../../server/devices/rights.ts';
import { type DeviceRole, deviceRoles, type Post, posts } from '../../shared/devices/roles.ts';
import type { TicketId } from '../../shared/ids.ts';
import { get, openBranch, PIN, post, signedIn, startHouse } from '../kit/house.ts';
import { sampleFiles, sampleQuestions } from '../kit/samples.ts';

const addresses = [
  ...sampleQuestions.map((question) => ['questions', question] as const),
  ...sampleFiles.map((file) => ['files', file] as const),
].map(([road, { type, ...fields }]) => {
  const said = Object.entries(fields).map(([name, of]) => [
    name,
    typeof of === 'string' ? of : JSON.stringify(of),
  ]);
  return `/api/${road}/${type}?${new URLSearchParams(said)}`;
});

const allowed = (role: DeviceRole, as: Post | null, { devices, posts: needed }: Right) =>
  devices.includes(role) && (needed === null || (as !== null && needed.includes(as)));

test.each(deviceRoles)('A4: %s may ask and fetch what its cells say', (role) => {
  for (const as of [null, ...posts]) {
    const sender: Sender = { device: 'dev-1', person: 'p1', role, post: as };
    for (const question of sampleQuestions)
      expect(gate.question(sender, question) === null, `${as} ${question.type}`).toBe(
        allowed(role, as, rights.questions[question.type]),
      );
    for (const file of sampleFiles)
      expect(gate.file(sender, file) === null, `${as} ${file.type}`).toBe(
        allowed(role, as, rights.files[file.type]),
      );
  }
});

test('A4: a customer’s phone asks nothing of the past', () => {
  const ticket = '2026-11-24.900' as TicketId;
  const phone: Sender = { device: 'phone', person: null, role: 'phone', ticket };
  for (const question of sampleQuestions)
    expect(gate.question(phone, question)).toBe('gate.forbidden');
  for (const file of sampleFiles) expect(gate.file(phone, file)).toBe('gate.forbidden');
});

test('A4: whoever is not let in asks in vain, on every road', async () => {
  const rig = await startHouse();
  for (const question of sampleQuestions)
    expect((await post(rig, '/api/questions', question)).status, question.type).toBe(401);
  for (const address of addresses) expect((await get(rig, address)).status, address).toBe(401);
});

test('A4: over HTTP a panel asks once somebody is signed in, and a display never', async () => {
  const { rig, panel, token } = await openBranch();
  const boss = await signedIn(rig, panel, 'b1', PIN);
  for (const address of addresses) {
    expect((await get(rig, address, token.display)).status, address).toBe(403);
    expect([200, 404], address).toContain((await get(rig, address, boss)).status);
  }
});
