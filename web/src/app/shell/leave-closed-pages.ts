import { effect, inject, untracked } from '@angular/core';
import { Router, type ActivatedRouteSnapshot } from '@angular/router';
import { Store } from '@ngrx/store';
import { Ability } from '../shared/ability.ts';
import { desk } from '../shared/desk-state.ts';
import type { Needs } from '../shared/may-open.ts';

/** What a post must allow for the page that stands open; null where anybody may see it, or where it is already the one that says no. */
function neededHere(router: Router): Needs | null {
  let page: ActivatedRouteSnapshot = router.routerState.snapshot.root;
  while (page.firstChild) page = page.firstChild;
  const { needs, ask } = page.data as { readonly needs?: Needs; readonly ask?: string };
  return needs && !ask ? needs : null;
}

/** A page that the posts held no longer open gives way, at its own address, to the one that says so: nobody named on it stays in sight. What was typed there is kept. */
export function leaveClosedPages(): void {
  const [ability, router, session] = [inject(Ability), inject(Router), inject(Store).selectSignal(desk.selectSession)];
  effect(() => {
    if (!session()) return;
    untracked(() => {
      const needs = neededHere(router);
      if (needs && !ability.can(needs[0], needs[1])) void router.navigateByUrl(router.url, { onSameUrlNavigation: 'reload' });
    });
  });
}
