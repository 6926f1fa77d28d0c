import { Location } from '@angular/common';
import { inject, type DestroyRef } from '@angular/core';

/** Keeps the open form in the address, so that a reload, or signing in again, comes back to it; an address that was left meanwhile stays as it is. */
export function markPlace(until: DestroyRef): (place: Readonly<Record<string, string>>) => void {
  const location = inject(Location);
  const path = location.path().split('?')[0]!;
  let marked: Readonly<Record<string, string>> = {};
  const write = (place: Readonly<Record<string, string>>): void => {
    const [here, search] = location.path().split('?');
    if (here !== path) return;
    const query = new URLSearchParams(search);
    for (const name of Object.keys(marked)) query.delete(name);
    for (const [name, value] of Object.entries(place)) query.set(name, value);
    marked = place;
    location.replaceState(path, query.toString());
  };
  until.onDestroy(() => { write({}); });
  return (place) => { if (Object.keys(place).length + Object.keys(marked).length > 0) write(place); };
}
