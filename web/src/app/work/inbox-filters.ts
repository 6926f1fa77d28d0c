import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { Filters, Inbox } from './inbox.ts';

const SEARCH_AFTER = 250;

/** The filters, always open; what is chosen goes into the address, what is searched for does not. */
@Component({
  selector: 'peel-inbox-filters', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <search class="peel-work-filters" aria-label="Filters">
      <div class="govuk-form-group"><label class="govuk-label" for="search">Search</label><input class="govuk-input" id="search" data-search type="search" maxlength="100" aria-describedby="search-hint" [value]="filters().search ?? ''" (input)="typed($event)" (keydown.enter)="now($event)"><div class="govuk-hint" id="search-hint">Task, person or owner</div></div>
      <div class="govuk-form-group"><label class="govuk-label" for="due">Due</label><select class="govuk-select" id="due" (change)="pick('due', $event)">@for (d of dues; track d[0]) { <option [value]="d[0]" [selected]="d[0] === (filters().due ?? '')">{{ d[1] }}</option> }</select></div>
      <div class="govuk-form-group"><label class="govuk-label" for="type">Type</label><select class="govuk-select" id="type" (change)="pick('type', $event)"><option value="">Every type</option>@for (t of inbox()?.types ?? []; track t.value) { <option [value]="t.value" [selected]="t.value === filters().type">{{ t.words }}</option> }</select></div>
      @if ((inbox()?.stations ?? []).length > 1) { <div class="govuk-form-group"><label class="govuk-label" for="station">Station</label><select class="govuk-select" id="station" (change)="pick('station', $event)"><option value="">Every station</option>@for (s of inbox()?.stations ?? []; track s.value) { <option [value]="s.value" [selected]="s.value === filters().station">{{ s.words }}</option> }</select></div> }
      <div class="govuk-checkboxes govuk-checkboxes--small" data-module="govuk-checkboxes">
        <div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="held" type="checkbox" [checked]="filters().held === 'yes'" (change)="tick('held', $event)"><label class="govuk-label govuk-checkboxes__label" for="held">Held now</label></div>
        <div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="off" type="checkbox" [checked]="filters().off === 'yes'" (change)="tick('off', $event)"><label class="govuk-label govuk-checkboxes__label" for="off">Owner off duty</label></div>
      </div>
      @if (narrowed()) { <button type="button" class="peel-plain" (click)="cleared.emit()">Clear the filters</button> }
    </search>`,
})
export class InboxFilters {
  readonly inbox = input.required<Inbox | null>();
  readonly filters = input.required<Filters>();
  readonly changed = output<Filters>();
  /** Words searched for are names: they stay out of the address. */
  readonly searched = output<string>();
  readonly cleared = output();
  readonly dues: readonly (readonly [string, string])[] = [['', 'Any time'], ['hour', 'Within the hour'], ['today', 'Today']];
  private timer = 0;

  narrowed(): boolean { const { search, due, type, station, held, off } = this.filters(); return [search, due, type, station, held, off].some(Boolean); }
  pick(name: keyof Filters, event: Event): void { this.changed.emit({ [name]: (event.target as HTMLSelectElement).value || undefined }); }
  tick(name: keyof Filters, event: Event): void { this.changed.emit({ [name]: (event.target as HTMLInputElement).checked ? 'yes' : undefined }); }
  now(event: Event): void { clearTimeout(this.timer); this.searched.emit((event.target as HTMLInputElement).value); }
  typed(event: Event): void { clearTimeout(this.timer); const { value } = event.target as HTMLInputElement; this.timer = window.setTimeout(() => { this.searched.emit(value); }, SEARCH_AFTER); }
}
