// A month of a city from signed ledgers alone (docs/ranking.md): `node recompute.mjs DIR 2026-10`
import { createHash, createPublicKey, verify } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const [dir = '', month = '', last = `${month}-31`] = process.argv.slice(2);
const text = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');
const linesIn = (path) => text(path).split('\n').filter(Boolean);
const rowsIn = (path) => linesIn(path).map((line) => JSON.parse(line));
const sha256 = (data) => createHash('sha256').update(data).digest('hex');
const sum = (list) => list.reduce((total, one) => total + one, 0);
const mean = (list) => (list.length > 0 ? sum(list) / list.length : null);
const check = (holds, what) => holds || process.exit(console.error(what) ?? 1);
/** Every fact of a ledger in order: its chain holds, and its heads are signed. */
function ledger(folder, pem = text(join(folder, 'key.pub.pem'))) {
  const days = existsSync(join(folder, 'ledger')) ? readdirSync(join(folder, 'ledger')).sort() : [];
  const [hashes, facts] = [['0'.repeat(64)], []];
  for (const line of days.flatMap((name) => linesIn(join(folder, 'ledger', name)))) {
    const { seq, prev, hash, facts: own } = JSON.parse(line);
    check(sha256(line.replace(/,"hash":"[0-9a-f]{64}"\}$/, '}')) === hash, `altered ${seq}`);
    check(seq === hashes.length && prev === hashes.at(-1), `unlinked ${folder} ${seq}`);
    hashes.push(hash);
    facts.push(...own);
  }
  const publicKey = createPublicKey(pem);
  const key = sha256(publicKey.export({ type: 'spki', format: 'der' }));
  const heads = rowsIn(join(folder, 'heads.jsonl'));
  for (const { seq, hash, at, sig } of heads) {
    const said = Buffer.from(JSON.stringify({ at, hash, key, seq }));
    const isSigned = verify(null, said, publicKey, Buffer.from(sig, 'base64'));
    check(isSigned && hashes[seq] === hash, `forged or disputed ${folder} ${seq}`);
  }
  check((heads.at(-1)?.seq ?? 0) === hashes.length - 1, `unwitnessed ${folder}`);
  return facts;
}
function withoutUndone(facts) {
  const left = [];
  for (const f of facts) {
    const isOf = (g) => g.ticket === f.ticket && g.counter === f.counter;
    const isIt = (g) => isOf(g) && /^[ts]/.test(g.type) && g.type.includes(`.${f.what}`);
    const isAsked = (g) => g.ticket === f.ticket && g.type.startsWith('rating.');
    if (f.type !== 'press.undone') left.push(f);
    else left.push(...left.splice(left.findLastIndex(isIt)).filter((g, i) => i > 0 && !isAsked(g)));
  }
  return left;
}
/** The tickets of a day, each with its stays at counters; tests, and those replaced, left out. */
function ticketsOf(facts) {
  const tickets = new Map();
  for (const f of withoutUndone(facts)) {
    const [t, old] = [tickets.get(f.ticket), tickets.get(f.replaces)];
    const stay = t?.stays.at(-1);
    const done = /^service\.(ended|transferred|forgotten)$/.test(f.type);
    const since = old?.since ?? f.firstAt ?? f.at;
    if (f.type === 'ticket.issued') tickets.set(f.ticket, { ...f, since, stays: old?.stays ?? [] });
    if (f.type === 'ticket.classed') t.class = f.class;
    if (f.type === 'ticket.replaced' || f.type === 'ticket.servedMeanwhile') t.gone = f.type;
    if (f.type === 'service.started') t.stays = [...t.stays, { wait: f.at - t.since }];
    if (done || (f.type === 'ticket.held' && stay && !stay.end))
      t.since = Object.assign(stay, { end: f.type, done, at: f.at }).at;
    if (f.type === 'rating.invited') stay.invited = 1;
    if (f.type === 'rating.given' || f.type === 'rating.changed') stay.level = f.level;
  }
  return [...tickets.values()].filter((t) => !t.test && t.gone !== 'ticket.replaced');
}
/** Each fact with its business day: while none is open, that is the next one. */
function dated(facts) {
  let day = { date: '9' };
  for (const f of facts) {
    if (f.type === 'day.opened') day = Object.assign(day.date === '9' ? day : {}, { date: f.date });
    f.day = day;
    if (f.type === 'day.closed') day = { date: '9' };
    const isIt = (g) => g.type === 'inspection.finished' && g.inspection === f.inspection;
    if (f.type === 'inspection.withdrawn') facts.find(isIt).gone = day;
  }
  return facts;
}
const roster = rowsIn(join(dir, 'branches.jsonl'));
const factsOf = ({ branch, epoch, key }) => ledger(join(dir, 'branches', branch, `${epoch}`), key);
const city = existsSync(join(dir, 'city', 'key.pub.pem')) ? ledger(join(dir, 'city')) : [];
const top = city.find((f) => f.type === 'node.opened' && f.parent === null)?.node;
const sets = city.filter((f) => f.type === 'rules.set' && f.node === top && f.rules.from <= month);
const rules = sets.sort((a, b) => (a.rules.from < b.rules.from ? -1 : 1)).at(-1)?.rules;
const points = rules?.points ?? { verySatisfied: 100, satisfied: 85, fair: 60, dissatisfied: 0 };
const { tickets: many, ratings } = rules?.minimumSample ?? { tickets: 100, ratings: 30 };
const ITEMS = ['premiumWait', 'ordinaryWait', 'satisfaction', 'environment', 'standards', 'duty'];
const weightOf = (item) => rules?.weights[item] ?? [20, 15, 25, 15, 15, 10][ITEMS.indexOf(item)];
const leastOf = (key) => (/atis/.test(key) ? ratings : ITEMS.indexOf(key) > 2 ? 1 : many);
const RANKED = ['averageWait', 'satisfaction', 'premiumSatisfaction', 'invitationRate'];
function listsOf(branch) {
  const facts = roster.filter((row) => row.branch === branch).flatMap((row) => dated(factsOf(row)));
  const days = [];
  for (const f of facts) f.type === 'day.opened' ? days.push([f]) : days.at(-1)?.push(f);
  const tickets = days.filter(([day]) => day.date.startsWith(month)).flatMap(ticketsOf);
  const upTo = (type) => facts.filter((f) => f.type === type && f.day.date <= last);
  const agreed = upTo('correction.confirmed').map((f) => f.correction);
  const isFix = ({ what, correction }) => what === 'wait' && agreed.includes(correction);
  const fixed = new Map(facts.filter(isFix).map((f) => [f.ticket, f.to]));
  const secondsOf = ({ ticket, by, gone, stays }) => {
    if (by === 'walkIn' || gone || !stays[0] || stays.at(-1).end === 'service.forgotten') return [];
    const ms = fixed.has(ticket) ? fixed.get(ticket) : sum(stays.map((s) => s.wait));
    return ms === null ? [] : [ms / 1000];
  };
  const of = (name, list) => list.filter((one) => one.class === name);
  const stays = tickets.flatMap((t) => t.stays.map((s) => ({ ...s, class: t.class })));
  const said = stays.filter((s) => s.done && s.level);
  const scores = upTo('inspection.finished').flatMap((f) => (f.gone?.date <= last ? [] : f.scores));
  const lastOf = (name) => scores.findLast((one) => one.module === name)?.score ?? [];
  return {
    averageWait: tickets.flatMap(secondsOf),
    premiumWait: of('premium', tickets).flatMap(secondsOf),
    ordinaryWait: of('ordinary', tickets).flatMap(secondsOf),
    satisfaction: said.map((s) => points[s.level]),
    premiumSatisfaction: of('premium', said).map((s) => points[s.level]),
    invitationRate: stays.filter((s) => s.done).map((s) => s.invited ?? 0),
    environment: ['environment', 'fiveS'].flatMap(lastOf),
    standards: ['appearance', 'counter'].flatMap(lastOf),
    duty: ['lobby', 'meeting', 'duty'].flatMap(lastOf),
  };
}
const to = (item) => ({ ordinary: 600, premium: 300, ...rules?.targets })[item.replace('Wait', '')];
const scoreOf = (item, v) => Math.min(100, Math.max(0, to(item) ? 200 - (v / to(item)) * 100 : v));
const branches = [...new Set(roster.map((row) => row.branch))].map((branch) => {
  const figures = {};
  for (const [key, list] of Object.entries(listsOf(branch)))
    figures[key] = { value: mean(list), n: list.length, least: leastOf(key) };
  const known = ITEMS.filter((item) => figures[item].n > 0);
  const total = sum(known.map((item) => scoreOf(item, figures[item].value) * weightOf(item)));
  return { branch, figures, places: {}, total: total / sum(ITEMS.map(weightOf)) };
});
const counted = (r) => branches.filter(({ figures: { [r]: f } }) => f.n > 0 && f.n >= f.least);
const worth = (r, one) => one.figures[r].value * (r === 'averageWait' ? -1 : 1);
for (const r of RANKED)
  for (const one of counted(r))
    one.places[r] = 1 + counted(r).filter((other) => worth(r, other) > worth(r, one)).length;
for (const one of branches) {
  const has = RANKED.filter((r) => one.places[r]);
  const relative = mean(has.map((r) => one.places[r] / counted(r).length));
  const longest = Math.max(...RANKED.map((r) => counted(r).length));
  const placeIn = (r) => one.places[r] ?? relative * (counted(r).length || longest);
  one.mean = has.length < 3 ? null : mean(RANKED.map(placeIn));
}
const ranked = branches.filter((one) => one.mean);
const beats = (a) => (b) =>
  Math.abs(a.mean - b.mean) > 1e-9 ? b.mean < a.mean : worth(RANKED[1], b) > worth(RANKED[1], a);
for (const one of ranked) one.place = 1 + ranked.filter(beats(one)).length;
const wanted = ITEMS.filter((item) => branches.some((b) => b.figures[item].n > 0));
const all = branches.filter((one) => wanted.every((item) => counted(item).includes(one)));
for (const one of all) one.totalPlace = 1 + all.filter((o) => o.total > one.total + 1e-9).length;
console.log(JSON.stringify({ month, branches }));
