import type { Plugin } from 'vite';

export function makePlain(): Promise<void>;
export function makeStories(): Promise<void>;
export function plainly(): Plugin;
export const here: Plugin;
