import { ChangeDetectionStrategy, Component, DestroyRef, ElementRef, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { Api, wordsOf } from '../shared/api.ts';
import { desk } from '../shared/desk-state.ts';
import { Keys } from '../shared/keys.ts';
import { Live } from '../shared/live.ts';
import { FullTimePipe } from '../shared/times.ts';

interface Notice { readonly id: string; readonly at: string; readonly title: string; readonly recordKind: string; readonly recordId: string; readonly recordTitle: string; readonly readAt: string | null }
interface Notices { readonly unread: number; readonly notifications: readonly Notice[] }

/** Posts and ranks have no page of their own record: they are read where all of them are. */
const PAGES: Readonly<Record<string, string>> = { 'duty-roster': '/roster', officer: '/officers' };

/** The bell of the shell: how many notices are unread, and the list when asked. Names stay in memory only while the list is open. */
@Component({
  selector: 'peel-notices', changeDetection: ChangeDetectionStrategy.OnPush, imports: [RouterLink, FullTimePipe],
  template: `
    <button type="button" aria-controls="notices" [attr.aria-expanded]="list() !== null" (click)="toggle()">@if (unread()) { <span aria-hidden="true">● </span> }Notices<span class="govuk-visually-hidden">,</span> {{ unread() }}<span class="govuk-visually-hidden"> unread</span></button>
    <span class="govuk-visually-hidden" role="status">{{ heard() }}</span>
    <div id="notices">
      @if (list(); as notices) {
        <section class="peel-notices" aria-label="Notices">
          <h2 class="govuk-heading-s">Notices</h2>
          @if (failed()) { <p class="govuk-error-message" role="alert">{{ failed() }}</p> }
          <ul class="govuk-list">
            @for (n of notices; track n.id) {
              <li [class.peel-notices-read]="n.readAt">@if (!n.readAt) { <b>New: </b> }<a class="govuk-link" [routerLink]="pageOf(n)" (click)="follow(n)">{{ n.title }}{{ n.recordTitle ? ', ' + n.recordTitle : '' }}</a>&ngsp;<span class="peel-quiet">{{ n.at | full }}</span>
                @if (!n.readAt) { <button type="button" class="peel-plain" (click)="mark('notification/' + n.id + '/read')">Mark as read<span class="govuk-visually-hidden"> {{ n.title }}</span></button> }</li>
            } @empty { <li>You have no notices. Tasks that others give you, and corrections of what you recorded, are told here.</li> }
          </ul>
          <div class="govuk-button-group">@if (unread()) { <button type="button" class="govuk-button" (click)="mark('notifications/read')">Mark all as read</button> }<button type="button" class="govuk-button govuk-button--secondary" (click)="close()">Close</button></div>
        </section>
      }
    </div>`,
})
export class NoticesBell {
  private readonly api = inject(Api);
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef);
  readonly unread = signal(0);
  readonly list = signal<readonly Notice[] | null>(null);
  readonly failed = signal('');
  readonly heard = signal('');

  constructor() {
    const until = inject(DestroyRef);
    const me = inject(Store).selectSignal(desk.selectSession)()?.officer.id ?? '';
    void this.read();
    inject(Live).follow([`notices:${me}`], () => { void this.read(true); }, until);
    inject(Keys).listen({ Escape: () => { this.close(); } }, until);
  }

  private show({ unread, notifications }: Notices): void {
    this.unread.set(unread);
    if (this.list()) this.list.set(notifications);
  }

  pageOf({ recordKind, recordId }: Notice): readonly string[] {
    const page = PAGES[recordKind];
    return page ? [page] : ['/', recordKind, recordId];
  }

  private async read(hinted = false): Promise<void> {
    const before = this.unread();
    const answer = await this.api.get<Notices>('/api/work/notifications').catch(() => null);
    if (!answer) return; // the count stays; the shell says that the desk is not live
    this.show(answer);
    if (hinted && answer.unread > before) this.heard.set(`A new notice: ${answer.notifications[0]?.title ?? ''}`);
  }

  async toggle(): Promise<void> {
    if (this.list()) { this.close(); return; }
    this.list.set([]);
    await this.read();
  }

  close(): void {
    if (!this.list()) return;
    this.list.set(null);
    this.host.nativeElement.querySelector('button')?.focus();
  }

  follow(n: Notice): void { this.list.set(null); if (!n.readAt) void this.mark(`notification/${n.id}/read`); }

  async mark(what: string): Promise<void> {
    try {
      this.show(await this.api.post<Notices>(`/api/work/${what}`, {}));
      this.failed.set('');
    } catch (error) {
      this.failed.set(wordsOf(error));
    }
  }
}
