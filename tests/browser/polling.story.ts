import { expect, SIZES, test } from './branch.ts';
import { button } from './hands.ts';

test('where a proxy lets no websocket through, a kiosk comes by polling and gives its numbers', async ({
  branch,
}) => {
  const kiosk = await branch.screen('/kiosk/ticket/', SIZES.kiosk);
  const asked: string[] = [];
  kiosk.on('request', (request) => asked.push(request.url()));
  // As a proxy's answer comes to the page: an error, and no word more.
  await kiosk.addInitScript(() => {
    window.WebSocket = class extends EventTarget {
      onerror?: (event: Event) => void;
      constructor() {
        super();
        setTimeout(() => this.onerror?.(new Event('error')));
      }
      close() {}
    } as unknown as typeof WebSocket;
  });
  await kiosk.reload();
  await button(kiosk, '个人现金').click();
  await expect(kiosk.getByRole('heading', { name: '您的号码' })).toBeVisible();
  expect(asked.some((url) => url.includes('transport=polling'))).toBe(true);
});
