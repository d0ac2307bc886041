/** The product's mark: people in line under one roof, the first about to be called. */
export function Mark() {
  return (
    <svg class="mark" viewBox="0 0 32 32" aria-hidden="true">
      <path class="mark-roof" d="M3 9.5h26" />
      <path class="mark-first" d="M7.5 15.5v11" />
      <path d="M16 15.5v11M24.5 15.5v11" />
    </svg>
  );
}
