/** 1 to 9 picks a radio while the focus is in its group. */
export function pickByDigit(event: KeyboardEvent): void {
  if (event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
  const picked = groupOf(event.target)[Number(event.key) - 1];
  if (!picked) return;
  event.preventDefault();
  picked.focus();
  picked.click();
}

function groupOf(focused: EventTarget | null): HTMLInputElement[] {
  if (!(focused instanceof HTMLInputElement) || focused.type !== 'radio') return [];
  return [...(focused.closest('fieldset')?.querySelectorAll<HTMLInputElement>('input[type=radio]') ?? [])];
}
