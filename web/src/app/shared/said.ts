import { ChangeDetectionStrategy, Component, effect, ElementRef, inject, input } from '@angular/core';

/** What came of a key or an act, in one line: told politely, and brought into sight where it stands outside it. */
@Component({ selector: 'peel-said', changeDetection: ChangeDetectionStrategy.OnPush, host: { class: 'peel-said peel-nodisplay', role: 'status' }, template: `@if (words()) { <p>{{ words() }}</p> }` })
export class Said {
  readonly words = input('');

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    effect(() => { if (this.words()) setTimeout(() => { element.scrollIntoView({ block: 'nearest' }); }); });
  }
}
