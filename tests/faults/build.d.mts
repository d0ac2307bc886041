export function buildRig(without?: string): Promise<string>;
