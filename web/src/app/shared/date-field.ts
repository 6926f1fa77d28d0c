import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, output } from '@angular/core';
import { localDate } from '#domain/shared/local-time';
import { dayText, typedBirth, yearsBetween } from '#domain/shared/typed-time';
import { Clock } from './clock.ts';

interface Box { readonly text: string; readonly stands: string }
const boxOf = (value: string): Box => ({ text: typedBirth(value) ? dayText(typedBirth(value)!) : value, stands: value });

/** A date of the calendar, typed day first: `1/5/1991`; a date of birth says the age. */
@Component({
  selector: 'peel-date-field', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<input class="govuk-input govuk-input--width-10" [id]="inputId()" inputmode="numeric" autocomplete="off" [value]="box().text" (input)="type($event)" [attr.aria-describedby]="inputId() + '-says'"> <span class="peel-time__says" [id]="inputId() + '-says'">{{ says() }}</span>`,
})
export class DateField {
  readonly inputId = input.required<string>();
  /** `1991-05-01`, or what was typed while it is not yet a date. */
  readonly value = input.required<string>();
  readonly changed = output<string>();
  private readonly clock = inject(Clock);
  readonly box = linkedSignal<string, Box>({ source: this.value, computation: (value, before) => (before?.value.stands === value ? before.value : boxOf(value)) });
  readonly says = computed(() => {
    const birth = typedBirth(this.value());
    if (!birth) return this.value() === '' ? 'Like 27/3/1991' : '';
    const years = yearsBetween(birth, localDate(this.clock.now()));
    return years < 0 ? 'not born yet' : `${years} years old`;
  });

  type(event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.box.set({ text, stands: typedBirth(text) ?? text });
    this.changed.emit(this.box().stands);
  }
}
