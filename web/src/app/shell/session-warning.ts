import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { Api } from '../shared/api.ts';
import { Attended } from '../shared/attended.ts';

/** Says a minute ahead that the session will end; any touch keeps it. */
@Component({
  selector: 'peel-session-warning', changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<div role="alert">@if (attended.endsSoon()) { <p class="peel-band peel-band--down">Nobody has touched this desk for 14 minutes. Press any key or touch the screen within a minute to stay signed in. What you typed is kept either way.</p> }</div>`,
})
export class SessionWarning {
  readonly attended = inject(Attended);

  constructor() {
    const api = inject(Api);
    let warned = false;
    effect(() => {
      const soon = this.attended.endsSoon();
      if (warned && !soon) void api.get('/api/session').catch(() => undefined); // the touch counts once the server hears of it
      warned = soon;
    });
  }
}
