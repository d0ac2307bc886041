/** All that a keyboard may do here: go to a button and press it. */
const HARMLESS = /^(Tab|Enter| |Escape|Home|End|Arrow(Up|Down|Left|Right)|Page(Up|Down))$/;

/** Menus, selections and things dragged out of the page, or dropped on it from outside. */
const NEVER = ['contextmenu', 'selectstart', 'dragstart', 'dragover', 'drop', 'gesturestart'];

/** Buttons of a mouse beyond the first: back, forward, and a new window. */
const CLICKS = ['mousedown', 'mouseup', 'auxclick'] as const;

/**
 * Keeps a public screen a screen: whatever a finger, a mouse or a keyboard does, it leads to no menu,
 * no other page or window, and no other size. Pinching and swiping are held by the style sheet, and
 * what the system hears before any page does (Alt+F4, Ctrl+Alt+Del) by the browser's kiosk mode.
 */
export function guardTouch(): void {
  const never = (event: Event) => event.preventDefault();
  for (const name of NEVER) document.addEventListener(name, never);
  for (const name of CLICKS)
    document.addEventListener(name, (e) => e.button > 0 && e.preventDefault());
  document.addEventListener('wheel', (e) => e.ctrlKey && e.preventDefault(), { passive: false });
  document.addEventListener('keydown', (e) => {
    const commands = e.ctrlKey || e.altKey || e.metaKey;
    if (commands || !HARMLESS.test(e.key)) e.preventDefault();
  });
  document.documentElement.classList.add('touch');
}
