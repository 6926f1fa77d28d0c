import { inject, Injectable } from '@angular/core';
import { Store } from '@ngrx/store';
import type { Instant } from '#domain/shared/time';
import { desk } from './desk-state.ts';

/** A form that was not yet recorded: what was typed, and the id under which this attempt is known to the api. */
export interface Draft {
  readonly commandId: string;
  /** When it happened; null where nobody typed a time. */
  readonly at: string | null;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly keptAt: Instant | null;
}

const PREFIX = 'peel.draft/';
const EMPTY: readonly unknown[] = [undefined, null, ''];

/** Drafts of one officer in one tab: they outlive a lost connection, a reload and signing in again, and end with the act or the sign-out. */
@Injectable({ providedIn: 'root' })
export class Drafts {
  private readonly session = inject(Store).selectSignal(desk.selectSession);

  private own(): string { return `${PREFIX}${this.session()?.officer.id ?? 'nobody'}/`; }

  read(key: string): Draft | null {
    const text = sessionStorage.getItem(this.own() + key);
    return text === null ? null : (JSON.parse(text) as Draft);
  }

  keep(key: string, draft: Draft): void { sessionStorage.setItem(this.own() + key, JSON.stringify(draft)); }
  drop(key: string): void { sessionStorage.removeItem(this.own() + key); }

  /** How many forms hold something that is not saved: a time, or an answer that is not empty. */
  unsaved(): number {
    return Object.keys(sessionStorage).filter((name) => name.startsWith(this.own())).map((name) => JSON.parse(sessionStorage.getItem(name)!) as Draft)
      .filter(({ at, typed }) => at || Object.values(typed).some((value) => !EMPTY.includes(value) && !(Array.isArray(value) && value.length === 0))).length;
  }

  /** Whoever signs in at this tab next finds nothing of another officer's. */
  forgetOthers(): void { this.forget((name) => !name.startsWith(this.own())); }
  forgetAll(): void { this.forget(() => true); }

  private forget(which: (name: string) => boolean): void {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(PREFIX) && which(name)) sessionStorage.removeItem(name);
  }
}
