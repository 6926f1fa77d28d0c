import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { ageAt, listName } from '#domain/custody/custody-record/columns';
import type { CustodyView } from '#domain/custody/custody-record/view';
import { Clock } from '../../shared/clock.ts';

const UNWARNED = ['Child', 'Rouse'];

type Offences = readonly { readonly title: string; readonly indictable: boolean }[];
const named = (offences: Offences): string => `${offences[0]?.title ?? 'no offence recorded'}${offences.length > 1 ? ` and ${offences.length - 1} more` : ''}`;
const heavy = (offences: Offences): string => (offences.length === 0 ? '' : offences.some((o) => o.indictable) ? ' (indictable)' : ' (summary only)');

/** Who this is, and what the page has to say of the last act: stays in view while the page scrolls, so that nobody acts on the wrong person. */
@Component({
  selector: 'peel-identity-bar', changeDetection: ChangeDetectionStrategy.OnPush, host: { class: 'peel-identity' },
  template: `
    <span class="peel-face" aria-hidden="true">{{ face() }}</span>
    <h1 class="govuk-heading-m">{{ name() }}</h1>
    <span><b>@if (age() !== null) { {{ age() }} · }{{ view().location }}</b> · {{ view().custodyNumber }}@if (view().episode > 1) { · episode {{ view().episode }}}</span>
    @for (m of view().markers; track m) { <b class="peel-marker">{{ warned(m) }}</b> }
    <span>{{ stage() }}</span>
    <span class="peel-identity-who">{{ view().custodyOfficer ? 'Custody officer ' + view().custodyOfficer : '◇ No custody officer' }} · <span class="peel-quiet">{{ view().stationName }}, {{ view().investigation.officerName }}</span></span>
    <ng-content />`,
})
export class IdentityBar {
  readonly view = input.required<CustodyView>();
  readonly face = input('');
  private readonly clock = inject(Clock);
  readonly name = computed(() => listName(this.view().name));
  readonly age = computed(() => ageAt(this.view().dateOfBirth, this.clock.now()));
  /** `Pre-charge, burglary and 1 more (indictable)`; `Charged; further offence: theft (indictable)`, for which the clock runs */
  readonly stage = computed(() => {
    const { offences, charged, furtherOffences } = this.view();
    if (furtherOffences.length > 0) return `Charged; further offence: ${named(furtherOffences)}${heavy(furtherOffences)}`;
    return charged ? `Charged, ${named(offences)}` : `Pre-charge, ${named(offences)}${heavy(offences)}`;
  });
  warned(marker: string): string { return UNWARNED.includes(marker) ? marker : `⚠ ${marker}`; }
}
