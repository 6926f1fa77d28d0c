import { inject } from '@angular/core';
import type { CanMatchFn } from '@angular/router';
import { Store } from '@ngrx/store';
import { filter, map, take } from 'rxjs';
import { Ability } from './ability.ts';
import { desk } from './desk-state.ts';

/** Action and subject that some post must allow; `here`: at a station where the person is on duty. */
export type Needs = readonly [action: string, subject: string, where?: 'here'];

/** By the posts held now. */
export const allowed = (ability: Ability, [action, subject, where]: Needs): boolean => (where === 'here' ? ability.canHere(action, subject) : ability.can(action, subject));

/** Waits for the first session, then asks the posts held now; the api asks again at every request. */
export const mayOpen: CanMatchFn = ({ data }) => {
  const ability = inject(Ability);
  return inject(Store).select(desk.selectSession).pipe(filter((session) => session !== null), take(1), map(() => allowed(ability, data?.['needs'] as Needs)));
};
