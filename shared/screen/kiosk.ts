/**
 * Keeps a public touch screen a screen: no menu on a long press, no dragging things out, no zoom
 * with keys or wheel. Pinching and selecting are held by the style sheet.
 */
export function guardTouch(): void {
  const never = (event: Event) => event.preventDefault();
  for (const name of ['contextmenu', 'dragstart', 'selectstart', 'gesturestart'])
    document.addEventListener(name, never);
  document.addEventListener('wheel', (e) => e.ctrlKey && e.preventDefault(), { passive: false });
  document.addEventListener('keydown', (e) => {
    const zooms = (e.ctrlKey || e.metaKey) && ['+', '-', '=', '0'].includes(e.key);
    if (zooms || /^F\d/.test(e.key)) e.preventDefault();
  });
  document.documentElement.classList.add('touch');
}
