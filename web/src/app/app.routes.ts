import type { Route, Routes } from '@angular/router';
import { mayOpen, type Needs } from './shared/may-open.ts';

/** Each page is loaded when it is first opened; a page's data leaves memory with it. `what` and `ask` are said to whom it does not open for. */
type Guarded = Required<Pick<Route, 'path' | 'title' | 'loadComponent'>> & { readonly needs: Needs; readonly what: string; readonly ask: string };

const loadBookIn: Route['loadComponent'] = () => import('./custody/book-in-page.ts').then((m) => m.BookInPage);
const SEES_CUSTODY = { needs: ['read', 'CustodyRecord'], ask: 'Your posts show no detainees. Ask the custody officer of the station; if a post of yours is missing, ask an administrator.' } as const;

const PAGES: readonly Guarded[] = [
  { path: 'whiteboard', title: 'Whiteboard - Peel', ...SEES_CUSTODY, what: 'see a whiteboard', loadComponent: () => import('./custody/whiteboard-page.ts').then((m) => m.WhiteboardPage) },
  { path: 'book-in', title: 'Book in - Peel', needs: ['recordArrest', 'CustodyRecord', 'here'], what: 'book anybody in', ask: 'Booking in is for custody sergeants, inspectors and superintendents on duty at the station. Ask the custody officer there.', loadComponent: loadBookIn },
  { path: 'book-in/:id', title: 'Book in - Peel', ...SEES_CUSTODY, what: 'book anybody in', loadComponent: loadBookIn },
  { path: 'custody-record/:id', title: 'Custody record - Peel', ...SEES_CUSTODY, what: 'open a custody record', loadComponent: () => import('./custody/custody-record-page.ts').then((m) => m.CustodyRecordPage) },
  { path: 'work', title: 'Work - Peel', needs: ['read', 'Task'], what: 'open the work inbox', ask: 'No task falls to your posts. If you expect one, ask your supervisor who holds it.', loadComponent: () => import('./work/inbox-page.ts').then((m) => m.InboxPage) },
  { path: 'roster', title: 'Roster - Peel', needs: ['read', 'DutyRoster'], what: 'see a roster', ask: 'Rosters are for those on duty in custody and their supervisors. Ask the custody inspector of the station, or an administrator.', loadComponent: () => import('./force/roster-page.ts').then((m) => m.RosterPage) },
  { path: 'officers', title: 'Officers - Peel', needs: ['giveActingRank', 'Officer'], what: 'change officers', ask: 'Acting ranks are given by an administrator. Ask one.', loadComponent: () => import('./force/officers-page.ts').then((m) => m.OfficersPage) },
  { path: 'operations', title: 'Operations - Peel', needs: ['read', 'Operations'], what: 'open operations', ask: 'Operations is for administrators and the auditor. If alarms or screens lag, ring the support desk.', loadComponent: () => import('./operations/operations-page.ts').then((m) => m.OperationsPage) },
  { path: 'audit', title: 'Audit log - Peel', needs: ['read', 'AuditEvent'], what: 'read the audit log', ask: 'The audit log is for the auditor alone. Ask the auditor, and say what you need it for.', loadComponent: () => import('./operations/audit-page.ts').then((m) => m.AuditPage) },
  { path: 'training', title: 'Training clock - Peel', needs: ['advance', 'Clock'], what: 'move the training clock', ask: 'Ask your trainer, or somebody who holds a post today.', loadComponent: () => import('./training/training-page.ts').then((m) => m.TrainingPage) },
];

/** The page for whom it opens, and at the same address what is said to anybody else: no form is drawn before it is refused. */
const guarded = ({ path, title, loadComponent, needs, what, ask }: Guarded): Routes => [
  { path, title, data: { needs }, canMatch: [mayOpen], loadComponent },
  { path, title: 'No access - Peel', data: { needs, what, ask }, loadComponent: () => import('./shell/no-access-page.ts').then((m) => m.NoAccessPage) },
];

export const routes: Routes = [
  { path: '', pathMatch: 'full', loadComponent: () => import('./shell/home-page.ts').then((m) => m.HomePage) },
  ...PAGES.flatMap(guarded),
  { path: '**', title: 'Not found - Peel', loadComponent: () => import('./shell/not-found-page.ts').then((m) => m.NotFoundPage) },
];
