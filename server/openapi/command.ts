import { openApi } from './document.ts';

/** `docs/openapi.json`, whole. */
export const printedOpenApi = () => `${JSON.stringify(openApi(), null, 1)}\n`;

/** `openapi`: prints it; `npm run --silent openapi > docs/openapi.json` brings it up to date. */
export async function runOpenApi(): Promise<void> {
  process.stdout.write(printedOpenApi());
}
