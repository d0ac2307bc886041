import { benches } from './benches.ts';
const out = [];
for (const [name, bench] of Object.entries(benches)) {
  const { figures } = await bench.measure({ quick: true, data: '../shared/data' });
  out.push(...figures);
  console.log(name, JSON.stringify(figures, null, 1));
}
