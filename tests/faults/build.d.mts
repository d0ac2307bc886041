export function buildRig(without?: string, name?: string): Promise<string>;
