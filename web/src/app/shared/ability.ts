import { computed, inject, Injectable } from '@angular/core';
import { Store } from '@ngrx/store';
import { allows, buildAbility, may, type AppAbility } from '#domain/shared/policy/policy';
import { desk } from './desk-state.ts';

/** What the signed-in person's posts allow, by the very rules the server holds; the server decides again on every request. */
@Injectable({ providedIn: 'root' })
export class Ability {
  private readonly session = inject(Store).selectSignal(desk.selectSession);
  private readonly ability = computed<AppAbility>(() => buildAbility((this.session()?.rules ?? []) as Parameters<typeof buildAbility>[0]));
  can(action: string, subject: string): boolean { return allows(this.ability(), action, subject); }
  /** At one of the stations where the person is on duty, whoever's case it is. */
  canHere(action: string, subject: string): boolean {
    const stations = (this.session()?.officer.posts ?? []).flatMap((p) => p.stations);
    return stations.some(({ id }) => may(this.ability(), action, subject, { stationId: id, teamId: '', restricted: false }));
  }
}
