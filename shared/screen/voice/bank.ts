/** Our own clips, as the build names them; the build reads these options as they are written. */
const ours = import.meta.glob<string>('./clips/*.ogg', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** Which clips the branch has recordings of its own for; none while the hub cannot say. */
async function branchHas(): Promise<ReadonlySet<string>> {
  try {
    const answer = await fetch('/clips/');
    return new Set(answer.ok ? ((await answer.json()) as string[]) : []);
  } catch {
    return new Set();
  }
}

/**
 * The clips, fetched and decoded when first wanted and kept. The branch's own goes before ours;
 * one that cannot be decoded gives way to ours. null where there is neither.
 */
export function clipBank(decode: (bytes: ArrayBuffer) => Promise<AudioBuffer>) {
  const loaded = new Map<string, Promise<AudioBuffer | null>>();
  let own: ReturnType<typeof branchHas> | null = null;

  async function load(address: string | undefined): Promise<AudioBuffer | null> {
    if (!address) return null;
    try {
      const answer = await fetch(address);
      return answer.ok ? await decode(await answer.arrayBuffer()) : null;
    } catch {
      return null;
    }
  }
  async function find(name: string): Promise<AudioBuffer | null> {
    own ??= branchHas();
    const theirs = (await own).has(name) ? await load(`/clips/${name}`) : null;
    return theirs ?? load(ours[`./clips/${name}.ogg`]);
  }
  return {
    get(name: string): Promise<AudioBuffer | null> {
      const known = loaded.get(name);
      if (known) return known;
      const finding = find(name).then((found) => {
        // A hub that was away is asked again the next time.
        if (!found) loaded.delete(name);
        return found;
      });
      loaded.set(name, finding);
      return finding;
    },
  };
}
