import { ChangeDetectionStrategy, Component, computed, effect, inject, input, untracked } from '@angular/core';
import { clockTimeSeconds, dayName, zoneName } from '#domain/shared/local-time';
import type { Instant } from '#domain/shared/time';
import { TimeField } from '../shared/time-field.ts';
import { AuditStore } from './audit-store.ts';
import type { AuditQuery } from './audit.ts';

/** So many ids stand on a line; the others are opened. */
const FEW = 2;

/** The auditor's search of the log (REC-30 to REC-33): who did what, when, for what, and with what outcome. */
@Component({ selector: 'peel-audit', changeDetection: ChangeDetectionStrategy.OnPush, imports: [TimeField], providers: [AuditStore], templateUrl: './audit-page.html' })
export class AuditPage {
  /** A record to search for, where another page leads here. */
  readonly record = input<string>();
  readonly store = inject(AuditStore);
  readonly few = FEW;
  readonly texts: readonly { readonly name: keyof AuditQuery; readonly label: string; readonly hint: string }[] = [
    { name: 'officer', label: 'Officer', hint: 'A surname, or PS Okoro' }, { name: 'record', label: 'Record', hint: 'Its id, or a custody number' },
  ];
  readonly times: readonly { readonly name: 'from' | 'to'; readonly label: string }[] = [{ name: 'from', label: 'From' }, { name: 'to', label: 'Until before' }];

  /** Why nothing was found, where that can be told. */
  readonly nothing = computed(() => {
    const page = this.store.page();
    if (!page || page.lines.length > 0) return '';
    if (page.officers?.length === 0) return `No officer is called '${this.store.query().officer}'. Search by surname, or by the officer’s id.`;
    if (page.records?.length === 0) return `No record has the number '${this.store.query().record}'. Check it, or search by the record’s id.`;
    return 'No line of the log fits. Take a wider span of time, or leave a field empty. The log holds everything since Peel was set up; nothing is ever taken out of it.';
  });

  constructor() {
    void this.store.readChoices();
    effect(() => { const record = this.record(); if (record) untracked(() => { this.store.ask('record', record); }); });
  }

  errors(name: keyof AuditQuery): readonly string[] { const said = this.store.problems()[name]; return said ? [said] : []; }
  valueOf(event: Event): string { return (event.target as HTMLInputElement).value; }
  /** To the second: what happened first may be what matters. */
  when(at: string): string { const i = at as Instant; return `${clockTimeSeconds(i)} ${dayName(i)} ${zoneName(i)}`; }

  async turn(page: Promise<void>): Promise<void> {
    await page;
    document.getElementById(Object.keys(this.store.problems()).length > 0 ? 'a-use' : 'found')?.focus();
  }
}
